import type { SomeWords, Words } from "./words.ts";

type Line = string | ((...given: never[]) => string);

/**
 * Every sentence: a language's own where it has one, else the one of `whole`. Line by line, also within
 * lists; a line that was left empty is not there.
 */
export function fallBack(whole: Words, own: SomeWords): Words;
export function fallBack(whole: unknown, own: unknown): unknown;
export function fallBack(whole: unknown, own: unknown): unknown {
  if (isLine(whole)) return typeof own === typeof whole && own !== "" ? own : whole;
  if (Array.isArray(whole)) return whole.map((line, at) => fallBack(line, lineAt(own, String(at))));
  return Object.fromEntries(
    namedIn(whole).map(([name, line]) => [name, fallBack(line, lineAt(own, name))]),
  );
}

/** All lines with where they stand: `learning.quiz.send`. */
export function linesOf(words: unknown, at = ""): readonly (readonly [at: string, line: Line])[] {
  if (isLine(words)) return words === "" ? [] : [[at, words]];
  return namedIn(words).flatMap(([name, line]) =>
    linesOf(line, at === "" ? name : `${at}.${name}`),
  );
}

function isLine(value: unknown): value is Line {
  return typeof value === "string" || typeof value === "function";
}

function namedIn(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function lineAt(words: unknown, name: string): unknown {
  return namedIn(words).find(([own]) => own === name)?.[1];
}
