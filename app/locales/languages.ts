import { en } from "./en/index.ts";
import { fallBack, linesOf } from "./fall-back.ts";
import { vi } from "./vi/index.ts";
import type { SomeWords, Words } from "./words.ts";

/** A language that the interface speaks. */
export interface Language {
  /** ISO 639-1 or 639-3. */
  readonly code: string;
  /** As its speakers write it. */
  readonly name: string;
  readonly words: Words;
  /** What `<html lang>` says: the language that most lines of a page are in. */
  readonly pageLang: string;
}

const VIETNAMESE: Language = { code: "vi", name: "Tiếng Việt", words: vi, pageLang: "vi" };

/** Those that somebody may choose, Vietnamese first. Another one is a line here and a file beside. */
export const LANGUAGES: readonly Language[] = [
  VIETNAMESE,
  { code: "en", name: "English", words: en, pageLang: "en" },
];

/** The language of this code; Vietnamese when there is none. */
export function languageOf(code: string): Language {
  return LANGUAGES.find((language) => language.code === code) ?? VIETNAMESE;
}

/** A language of which some lines are known; the others are said in Vietnamese. */
export function partialLanguage(code: string, name: string, own: SomeWords): Language {
  const known = 2 * linesOf(own).length >= linesOf(vi).length;
  return { code, name, words: fallBack(vi, own), pageLang: known ? code : VIETNAMESE.code };
}
