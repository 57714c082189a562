import { createContext, useContext } from "react";

import { vi } from "./vi/index.ts";
import type { Words } from "./words.ts";

export type { Words };

const WordsContext = createContext<Words>(vi);
const LanguageContext = createContext("vi");

export const WordsProvider = WordsContext.Provider;

/** Which language the page says it is in: ISO 639-1 or 639-3. */
export const LanguageProvider = LanguageContext.Provider;

/** The sentences of the interface in the reader's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** For `<html lang>`. */
export function useLanguage(): string {
  return useContext(LanguageContext);
}

/**
 * For the `lang` of what stays in Vietnamese whatever the interface speaks: lessons, criteria, the names
 * of courses. Undefined, and so nothing in the page, where the page is in Vietnamese anyway.
 */
export function useVietnamese(): "vi" | undefined {
  return useContext(LanguageContext) === "vi" ? undefined : "vi";
}

export { vi };
