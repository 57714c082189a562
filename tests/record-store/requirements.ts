import { expect, test } from "vitest";

import { ask, newId, type Part, type Version, VERSIONS } from "./ask.ts";
import { isKept, planned, statementWith } from "./statements.ts";
import { titled } from "./titled.ts";

/** Parts of a statement by what is special about them; a text is a body as it is sent. */
type Cases = Readonly<Record<string, Part>>;

export interface Requirement {
  /** As ADL numbers the requirements of 1.0.3, or a section of IEEE 9274.1.1. */
  readonly number: string;
  readonly says: string;
  readonly takes?: Cases;
  readonly refuses?: Cases;
  readonly versions?: readonly Version[];
  /** What belongs to whole statements alone is not tried within a SubStatement. */
  readonly wholeAlone?: true;
}

/**
 * A test for each requirement and version: each case is sent alone, as a statement and within a
 * SubStatement, which is validated as a statement is (XAPI-00066).
 */
export function testRequirements(requirements: readonly Requirement[]): void {
  const rows = requirements.flatMap((requirement) =>
    (requirement.versions ?? VERSIONS).map((version) => ({ ...requirement, version })),
  );
  const titles = titled(rows, ({ number, says, version }) => `${number} ${says} (${version})`);
  test.for(titles)("%s", async ([, row]) => {
    const { version, takes = {}, refuses = {}, wholeAlone = false } = row;
    expect(await wronglyRefused(version, sentOf(takes, wholeAlone))).toEqual([]);
    expect(await wronglyTaken(version, sentOf(refuses, wholeAlone))).toEqual([]);
  });
}

interface Sending {
  readonly name: string;
  readonly statement: Part;
}

function sentOf(cases: Cases, wholeAlone: boolean): readonly Sending[] {
  return Object.entries(cases).flatMap(([name, parts]) => [
    { name, statement: statementWith(parts) },
    ...(wholeAlone ? [] : [{ name: `${name}, planned`, statement: planned(parts) }]),
  ]);
}

async function wronglyRefused(version: Version, sendings: readonly Sending[]) {
  const wrong: string[] = [];
  for (const { name, statement } of sendings) {
    const { status, text } = await ask("POST", "/statements", { version, json: statement });
    if (status !== 200) wrong.push(`${name}: ${status} ${text}`);
  }
  return wrong;
}

async function wronglyTaken(version: Version, sendings: readonly Sending[]) {
  const wrong: string[] = [];
  for (const { name, statement } of sendings) {
    const beside = statementWith();
    const { status, text } = await ask("POST", "/statements", {
      version,
      json: [beside, { id: newId(), ...statement }],
    });
    if (status !== 400) wrong.push(`${name}: ${status}`);
    else if (text.trim() === "") wrong.push(`${name}: refused without a word`);
    else if (await isKept(version, beside.id)) wrong.push(`${name}: what came along was kept`);
  }
  return wrong;
}
