import type { AccountId } from "#app/domain/kernel/index.ts";
import type { Activity } from "#app/domain/xapi/index.ts";

import { isIri } from "./iri.ts";
import type { AssignableUnit, Block, CourseStructure, LangStrings } from "./structure.ts";
import { ACTIVITY_TYPE } from "./vocabulary.ts";

/**
 * The product's own names of a package's parts (§8.1.5, §9.4): never the publisher's, and the same in
 * every version and registration. `baseIri` has no slash at its end.
 */
function packageIri(baseIri: string, packageId: string): string {
  return `${baseIri}/goi-hoc/${packageId}`;
}

export function unitIri(baseIri: string, packageId: string, unitKey: string): string {
  return `${packageIri(baseIri, packageId)}/bai/${unitKey}`;
}

/** Which unit of which package an activity is, or null. */
export function unitOfIri(
  baseIri: string,
  iri: string,
): { readonly packageId: string; readonly unit: string } | null {
  if (!iri.startsWith(`${baseIri}/goi-hoc/`)) return null;
  const match = /^([0-9a-f-]{36})\/bai\/([0-9a-f-]{36})$/u.exec(
    iri.slice(`${baseIri}/goi-hoc/`.length),
  );
  const [, packageId, unit] = match ?? [];
  return packageId === undefined || unit === undefined ? null : { packageId, unit };
}

export function unitActivity(baseIri: string, packageId: string, unit: AssignableUnit): Activity {
  return {
    objectType: "Activity",
    id: unitIri(baseIri, packageId, unit.key),
    definition: {
      ...described(unit),
      ...(isIri(unit.activityType) ? { type: unit.activityType } : {}),
    },
  };
}

export function blockActivity(baseIri: string, packageId: string, block: Block): Activity {
  return {
    objectType: "Activity",
    id: `${packageIri(baseIri, packageId)}/khoi/${block.key}`,
    definition: { ...described(block), type: ACTIVITY_TYPE.block },
  };
}

export function courseActivity(
  baseIri: string,
  packageId: string,
  structure: CourseStructure,
): Activity {
  return {
    objectType: "Activity",
    id: packageIri(baseIri, packageId),
    definition: { ...described(structure), type: ACTIVITY_TYPE.course },
  };
}

/** Language, script, region: what xAPI is sure to take; rarer tags are left out. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/iu;

function described({
  title,
  description,
}: {
  readonly title: LangStrings;
  readonly description: LangStrings;
}) {
  return { name: languageMap(title), description: languageMap(description) };
}

function languageMap(texts: LangStrings): Record<string, string> {
  return Object.fromEntries(
    texts.flatMap(({ lang, text }) => (text !== "" && LANGUAGE.test(lang) ? [[lang, text]] : [])),
  );
}

/** She, to a package and to the record store: an account that says nothing by itself. */
export function learnerAgent(baseIri: string, accountId: AccountId) {
  return {
    objectType: "Agent" as const,
    account: { homePage: baseIri, name: accountId as string },
  };
}

/** The product, as the authority of what it wrote itself. */
export function platformAgent(baseIri: string) {
  return { objectType: "Agent" as const, account: { homePage: baseIri, name: "nep-hoc" } };
}

/** A package's content, as the authority of what its units sent. */
export function packageAgent(baseIri: string, packageId: string) {
  return {
    objectType: "Agent" as const,
    account: { homePage: baseIri, name: `goi-hoc/${packageId}` },
  };
}
