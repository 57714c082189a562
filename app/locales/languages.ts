import { en } from "./en/index.ts";
import { fallBack, linesOf } from "./fall-back.ts";
import { LANGUAGE_CODES, type LanguageCode } from "./language-names.ts";
import { vi } from "./vi/index.ts";
import type { SomeWords, Words } from "./words.ts";

/** A language that the interface speaks. */
export interface Language {
  readonly code: string;
  readonly words: Words;
  /** What `<html lang>` says: the language that most lines of a page are in. */
  readonly pageLang: string;
}

const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  vi: { code: "vi", words: vi, pageLang: "vi" },
  en: { code: "en", words: en, pageLang: "en" },
};

/** The language of this code; Vietnamese when there is none. */
export function languageOf(text: string | null): Language {
  return LANGUAGES[LANGUAGE_CODES.find((code) => code === text) ?? "vi"];
}

/** A language of which some lines are known; the others are said in Vietnamese. */
export function partialLanguage(code: string, own: SomeWords): Language {
  const known = 2 * linesOf(own).length >= linesOf(vi).length;
  return { code, words: fallBack(vi, own), pageLang: known ? code : "vi" };
}
