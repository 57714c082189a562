import { type Inline, plainText } from "#app/domain/content/index.ts";

import { textsOf } from "./course-texts.ts";
import { type Checked, type Finding, findingAt } from "./finding.ts";
import type { Speller } from "./spelling.ts";

const WORD = /\p{Script=Latin}+(?:['’]\p{Script=Latin}+)?/gu;

/**
 * Words of the language that a course teaches, in bold, in italics or alone in a cell or a choice, that
 * are not marked as of that language: a voice would read them as if they were Vietnamese. Chinese is
 * known by its letters and needs no mark.
 */
export function checkLanguages(checked: Checked, speller: Speller): readonly Finding[] {
  const texts = textsOf(checked.course, checked.files);
  const taught = new Map<string, string>();
  for (const { lang, text } of texts.filter((each) => each.lang !== "vi" && each.lang !== "zh")) {
    for (const word of wordsIn(text)) taught.set(word, lang);
  }
  return texts
    .filter(({ lang, kind }) => lang === "vi" && kind === "prose")
    .flatMap(({ file, inlines }) =>
      unmarkedIn(inlines).flatMap((text) => {
        const lang = languageOf(text, taught, speller);
        if (lang === undefined) return [];
        const message = `“${text}” không phải tiếng Việt. Hãy viết :${lang}[${text}] để máy đọc đúng giọng.`;
        return [findingAt(checked, { file, text }, message)];
      }),
    );
}

/** What is set off by a mark, and what stands alone; not what is marked as of a language. */
function unmarkedIn(inlines: readonly Inline[]): readonly string[] {
  const [only] = inlines;
  if (inlines.length === 1 && only?.type === "text") return [only.text];
  return inlines
    .filter(({ type }) => type === "strong" || type === "emphasis")
    .map((inline) => plainText([inline]));
}

/** All of its words are taught, and one of them at least is no Vietnamese word. */
function languageOf(
  text: string,
  taught: ReadonlyMap<string, string>,
  speller: Speller,
): string | undefined {
  const words = wordsIn(text);
  const isTaught = words.length > 0 && words.every((word) => taught.has(word));
  const foreign = isTaught ? words.find((word) => speller(word) !== "right") : undefined;
  return foreign === undefined ? undefined : taught.get(foreign);
}

function wordsIn(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}
