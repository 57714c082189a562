import { createContext, useContext } from "react";

import { vi } from "./vi/index.ts";
import type { Words } from "./words.ts";

export type { Words };

const WordsContext = createContext<Words>(vi);
const LanguageContext = createContext({ code: "vi", pageLang: "vi" });

export const WordsProvider = WordsContext.Provider;

/** Which language was chosen, and which one most lines of a page are in. */
export const LanguageProvider = LanguageContext.Provider;

/** The sentences of the interface in the reader's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** Its code, and what `<html lang>` says. */
export function useLanguage(): { readonly code: string; readonly pageLang: string } {
  return useContext(LanguageContext);
}

/**
 * For the `lang` of what stays in Vietnamese whatever the interface speaks: lessons, criteria, the names
 * of courses. Undefined, and so nothing in the page, where the page is in Vietnamese anyway.
 */
export function useVietnamese(): "vi" | undefined {
  return useLanguage().pageLang === "vi" ? undefined : "vi";
}

export { vi };
