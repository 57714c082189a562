import type { MetaDescriptor } from "@remix-run/node";

import type { Words } from "#app/locales/index.ts";
import { languageOf } from "#app/locales/languages.ts";

/** As `meta` of a route is given them. */
type Matches = readonly { readonly id: string; readonly data: unknown }[];

/** The sentences of the interface in the reader's language, where no component can ask for them. */
export function wordsOf(matches: Matches): Words {
  return languageOf(languageIn(matches.find(({ id }) => id === "root")?.data)).words;
}

/** The `<title>` of a page, in the reader's language: what it is about, then the product. */
export function pageTitle(matches: Matches, nameOf: (words: Words) => string): MetaDescriptor[] {
  const words = wordsOf(matches);
  return [{ title: `${nameOf(words)} – ${words.common.productName}` }];
}

function languageIn(data: unknown): string {
  return typeof data === "object" &&
    data !== null &&
    "language" in data &&
    typeof data.language === "string"
    ? data.language
    : "";
}
