import { Day } from "#app/domain/kernel/index.ts";
import type { linesOf } from "#app/locales/fall-back.ts";

export type Line = ReturnType<typeof linesOf>[number][1];

/** What the sentences are given: each differs from the others, so that it is found again. */
const GIVEN = [3, "mot-hai", Day.parse("2026-11-22"), ["5", "8"], null] as const;
const MORE = [
  "refused",
  new Date("2026-11-22T03:00:00Z"),
  { where: "cho-nay", what: "dieu-nay" },
  { done: 4, total: 9 },
] as const;
const ODD = /undefined|NaN|\[object|Invalid|null/u;

/** Arguments that make sense of this sentence. */
export function argumentsFor(line: Line): readonly unknown[] {
  if (typeof line === "string") return [];
  for (const given of combinations(line.length)) {
    if (isSentence(saidWith(line, given))) return given;
  }
  throw new Error(`nothing makes a sentence of ${line.toString()}`);
}

/** The sentence, or null when these arguments make none. */
export function saidWith(line: Line, given: readonly unknown[]): string | null {
  if (typeof line === "string") return line;
  try {
    const said: unknown = Reflect.apply(line, undefined, given);
    return typeof said === "string" ? said : null;
  } catch {
    return null;
  }
}

export function isSentence(said: string | null): said is string {
  return said !== null && said.trim() !== "" && !ODD.test(said);
}

function combinations(length: number): readonly (readonly unknown[])[] {
  if (length === 0) return [[]];
  return combinations(length - 1).flatMap((first) =>
    [...GIVEN, ...MORE].map((next) => [...first, next]),
  );
}
