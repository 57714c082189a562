/** A language that somebody may choose: ISO 639-1 or 639-3, and its name as its speakers write it. */
interface NamedLanguage {
  readonly code: string;
  readonly name: string;
}

/** Vietnamese first. A name stands here when the file of its words is there. */
export const LANGUAGE_NAMES = [
  { code: "vi", name: "Tiếng Việt" },
  { code: "en", name: "English" },
] as const satisfies readonly NamedLanguage[];

export type LanguageCode = (typeof LANGUAGE_NAMES)[number]["code"];

export const LANGUAGE_CODES: readonly LanguageCode[] = LANGUAGE_NAMES.map(({ code }) => code);
