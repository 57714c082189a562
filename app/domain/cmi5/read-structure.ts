import { v5 as uuidv5 } from "uuid";

import { clean, cleanLine } from "#app/domain/kernel/index.ts";

import type { Complain, PackageFault } from "./faults.ts";
import { isIri } from "./iri.ts";
import {
  type AssignableUnit,
  type Block,
  type CourseStructure,
  type LangStrings,
  LaunchMethod,
  MoveOn,
  type Part,
  unitsOf,
} from "./structure.ts";
import { type PackageFiles, readUnitUrl } from "./unit-url.ts";
import { CMI5_NAMESPACE } from "./vocabulary.ts";
import { readXml, type XmlElement } from "./xml-tree.ts";

/**
 * The structure that cmi5.xml describes (§13, CourseStructure.xsd), or every fault that was found.
 * `files`: names in the package's archive, or null when the document came alone.
 */
export function readStructure(
  text: string,
  files: PackageFiles | null,
):
  | { readonly ok: true; readonly structure: CourseStructure }
  | { readonly ok: false; readonly faults: readonly PackageFault[] } {
  const faults: PackageFault[] = [];
  const complain: Complain = (fault) => faults.push(fault);
  const root = readXml(text, complain);
  const structure = root === null ? null : courseStructure(root, { complain, files });
  if (structure !== null) checkIds(structure, complain);
  return structure === null || faults.length > 0 ? { ok: false, faults } : { ok: true, structure };
}

interface Reading {
  readonly complain: Complain;
  readonly files: PackageFiles | null;
}

/** Its key: the same publisher's id gives the same key, in every version. */
const NAMESPACE = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a22";

function courseStructure(root: XmlElement, reading: Reading): CourseStructure | null {
  const { complain } = reading;
  if (root.name !== "courseStructure" || root.namespace !== CMI5_NAMESPACE) {
    complain({ code: "not-course-structure", where: "cmi5.xml", what: root.namespace });
    return null;
  }
  const where = "courseStructure";
  attributesOf(root, where, [], complain);
  const parts = childrenOf(root, where, [["course", 1], ["objectives", 0], PARTS], complain);
  const course = parts.find(({ name }) => name === "course");
  if (course === undefined) return null;
  const objectives = parts.find(({ name }) => name === "objectives");
  attributesOf(course, "course", ["id"], complain);
  const inside = childrenOf(
    course,
    "course",
    [
      ["title", 1],
      ["description", 1],
    ],
    complain,
  );
  const structure: CourseStructure = {
    publisherId: iriOf(course, "id", "course", complain),
    title: langStrings(inside, "title", "course", complain),
    description: langStrings(inside, "description", "course", complain),
    objectives: objectives === undefined ? [] : objectivesOf(objectives, complain),
    parts: parts.flatMap((part) => partOf(part, reading)),
  };
  if (unitsOf(structure).length === 0) complain({ code: "no-units", where, what: "" });
  return structure;
}

function partOf(element: XmlElement, reading: Reading): readonly Part[] {
  if (element.name === "au") return [unitOf(element, reading)];
  return element.name === "block" ? [blockOf(element, reading)] : [];
}

function blockOf(element: XmlElement, reading: Reading): Block {
  const { complain } = reading;
  const publisherId = iriOf(element, "id", "block", complain);
  const where = nameOf("block", publisherId);
  attributesOf(element, where, ["id"], complain);
  const inside = childrenOf(element, where, [...DESCRIBED, PARTS], complain);
  return {
    kind: "block",
    ...describedOf(inside, publisherId, where, complain),
    parts: inside.flatMap((part) => partOf(part, reading)),
  };
}

const UNIT_ATTRIBUTES = ["id", "moveOn", "masteryScore", "launchMethod", "activityType"];

function unitOf(element: XmlElement, { complain, files }: Reading): AssignableUnit {
  const publisherId = iriOf(element, "id", "au", complain);
  const where = nameOf("au", publisherId);
  attributesOf(element, where, UNIT_ATTRIBUTES, complain);
  const order: Order = [...DESCRIBED, ["url", 1], ["launchParameters", 0], ["entitlementKey", 0]];
  const inside = childrenOf(element, where, order, complain);
  const textIn = (name: string) => inside.find((child) => child.name === name)?.text.trim();
  const url = textIn("url");
  const target =
    url === undefined
      ? { url: "", inPackage: false }
      : readUnitUrl(url, files, (code) => complain({ code, where, what: url }));
  return {
    kind: "unit",
    ...describedOf(inside, publisherId, where, complain),
    ...target,
    launchMethod: oneOf(element, "launchMethod", LaunchMethod, "AnyWindow", where, complain),
    moveOn: oneOf(element, "moveOn", MoveOn, "NotApplicable", where, complain),
    masteryScore: masteryScoreOf(element, where, complain),
    launchParameters: textIn("launchParameters") ?? null,
    entitlementKey: textIn("entitlementKey") ?? null,
    activityType: element.attributes.get("activityType")?.trim() ?? null,
  };
}

function describedOf(
  inside: readonly XmlElement[],
  publisherId: string,
  where: string,
  complain: Complain,
) {
  const references = inside.find(({ name }) => name === "objectives");
  return {
    key: uuidv5(publisherId, NAMESPACE),
    publisherId,
    title: langStrings(inside, "title", where, complain),
    description: langStrings(inside, "description", where, complain),
    objectives:
      references === undefined
        ? []
        : childrenOf(references, where, [["objective", 1, "many"]], complain).map((objective) =>
            iriOf(objective, "idref", where, complain),
          ),
  };
}

function objectivesOf(element: XmlElement, complain: Complain) {
  const where = "objectives";
  return childrenOf(element, where, [["objective", 1, "many"]], complain).map((objective) => {
    const id = iriOf(objective, "id", "objective", complain);
    const named = nameOf("objective", id);
    attributesOf(objective, named, ["id"], complain);
    // xs:all: these two in any order.
    const inside = objective.elements.filter(isOfCmi5);
    for (const { name } of inside) {
      if (name !== "title" && name !== "description") {
        complain({ code: "element-unexpected", where: named, what: name });
      }
    }
    return {
      id,
      title: langStrings(inside, "title", named, complain),
      description: langStrings(inside, "description", named, complain),
    };
  });
}

/** Names of child elements in their order, how many at least, and whether they may repeat. */
type Order = readonly (readonly [string, 0 | 1, "many"?])[];
const DESCRIBED: Order = [
  ["title", 1],
  ["description", 1],
  ["objectives", 0],
];
/** Units and blocks, in any order among themselves. */
const PARTS = ["au|block", 1, "many"] as const;

/** The children that belong to cmi5, checked against their order; those of others are left aside. */
function childrenOf(
  element: XmlElement,
  where: string,
  order: Order,
  complain: Complain,
): readonly XmlElement[] {
  const children = element.elements.filter(isOfCmi5);
  let at = 0;
  for (const [names, least, many] of order) {
    const following = children.slice(at);
    const run = following.findIndex(({ name }) => !names.split("|").includes(name));
    const found = run === -1 ? following.length : run;
    at += many === "many" ? found : Math.min(found, 1);
    if (least === 1 && found === 0) {
      complain({ code: "element-missing", where, what: names.replace("|", " / ") });
    }
  }
  for (const { name } of children.slice(at)) {
    complain({ code: "element-unexpected", where, what: name });
  }
  return children;
}

/** Elements of other namespaces are a vendor's own (§13.1.5) and may be ignored. */
function isOfCmi5({ namespace }: XmlElement): boolean {
  return namespace === CMI5_NAMESPACE || namespace === "";
}

function attributesOf(
  element: XmlElement,
  where: string,
  known: readonly string[],
  complain: Complain,
): void {
  for (const name of element.attributes.keys()) {
    if (!known.includes(name)) complain({ code: "attribute-unknown", where, what: name });
  }
}

const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/u;

function langStrings(
  inside: readonly XmlElement[],
  name: "title" | "description",
  where: string,
  complain: Complain,
): LangStrings {
  const element = inside.find((child) => child.name === name);
  if (element === undefined) return [];
  const within = `${where} / ${name}`;
  const texts = childrenOf(element, within, [["langstring", 1, "many"]], complain).map((one) => {
    attributesOf(one, within, ["lang"], complain);
    const lang = one.attributes.get("lang")?.trim() ?? "und";
    if (!LANGUAGE.test(lang)) complain({ code: "value-invalid", where: within, what: lang });
    return { lang, text: name === "title" ? cleanLine(one.text) : clean(one.text) };
  });
  if (name === "title" && texts.every(({ text }) => text === "")) {
    complain({ code: "text-missing", where, what: name });
  }
  return texts;
}

function iriOf(element: XmlElement, name: string, kind: string, complain: Complain): string {
  const value = element.attributes.get(name)?.trim();
  if (value === undefined) {
    complain({ code: "attribute-missing", where: kind, what: name });
    return "";
  }
  if (!isIri(value)) complain({ code: "iri-invalid", where: kind, what: value });
  return value;
}

function oneOf<Value extends string>(
  element: XmlElement,
  name: string,
  values: { safeParse: (value: unknown) => { success: boolean; data?: Value } },
  otherwise: Value,
  where: string,
  complain: Complain,
): Value {
  const value = element.attributes.get(name)?.trim();
  if (value === undefined) return otherwise;
  const { data } = values.safeParse(value);
  if (data === undefined) complain({ code: "value-invalid", where, what: `${name}="${value}"` });
  return data ?? otherwise;
}

function masteryScoreOf(element: XmlElement, where: string, complain: Complain): number | null {
  const value = element.attributes.get("masteryScore")?.trim();
  if (value === undefined) return null;
  const score = Number(value);
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)$/u.test(value) && score >= 0 && score <= 1) return score;
  complain({ code: "mastery-score-invalid", where, what: value });
  return null;
}

function nameOf(kind: string, publisherId: string): string {
  return `${kind} “${publisherId.slice(0, 200)}”`;
}

/** Units and blocks share one set of ids, for each is a part of the course; objectives have theirs. */
function checkIds(structure: CourseStructure, complain: Complain): void {
  const once = (kind: string, ids: readonly string[]) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) complain({ code: "id-repeated", where: kind, what: id });
      seen.add(id);
    }
  };
  once("au / block", partIds(structure.parts));
  once(
    "objective",
    structure.objectives.map(({ id }) => id),
  );
}

function partIds(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => [
    part.publisherId,
    ...(part.kind === "block" ? partIds(part.parts) : []),
  ]);
}
