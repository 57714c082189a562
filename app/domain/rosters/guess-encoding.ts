import { canBeWritten, type Encoding, ENCODINGS, fromLegacy } from "./legacy-fonts.ts";
import { isSyllable } from "./syllable.ts";

/** How a column seems to be written, with cells before and after. */
export interface EncodingGuess {
  readonly encoding: Encoding;
  readonly examples: readonly { readonly before: string; readonly after: string }[];
}

/** How one text is surely written: "plain" fits all of them, "unsure" several or none. */
export type TextEncoding = Encoding | "plain" | "unsure";

const HIGH =
  /[\u0080-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/u;
/** Letters that Vietnamese has in Unicode alone. */
const UNICODE_ALONE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|[\u0300-\u036F]/u;
const BLANKS = /[\s\u00A0]+/u;
const NOT_IN_WORDS = /[\d.,;:()/"'’_-]+/u;

/** Judges one text by its letters: in which writing all of its words can be Vietnamese. */
export function encodingOf(text: string): TextEncoding {
  if (UNICODE_ALONE.test(text)) return "unicode";
  if (!HIGH.test(text)) return "plain";
  const fitting = ENCODINGS.filter((encoding) => fits(text, encoding));
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? only : "unsure";
}

/** Whether the words that are not plain letters alone are syllables, when read so. */
export function fits(text: string, encoding: Encoding): boolean {
  const words = text.split(BLANKS).filter((word) => HIGH.test(word));
  return (
    words.length > 0 &&
    canBeWritten(text, encoding) &&
    words.every((word) => {
      const parts = fromLegacy(word, encoding)
        .split(NOT_IN_WORDS)
        // "H'Bê": what has plain letters alone says nothing.
        .filter((part) => /[^\p{ASCII}]/u.test(part));
      return parts.every((part) => isSyllable(part));
    })
  );
}

const SAMPLE = 400;
const EXAMPLES = 3;
const SHARE_AT_LEAST = 0.5;

/** How most texts of a column are written. What is not sure of any is "unicode". */
export function guessEncoding(texts: readonly string[]): EncodingGuess {
  const votes: Record<Encoding, number> = { unicode: 0, tcvn3: 0, vni: 0 };
  const examples: Record<Encoding, string[]> = { unicode: [], tcvn3: [], vni: [] };
  let voted = 0;
  for (const text of texts) {
    if (voted >= SAMPLE) break;
    const encoding = encodingOf(text);
    if (encoding === "plain" || encoding === "unsure") continue;
    voted += 1;
    votes[encoding] += 1;
    if (examples[encoding].length < EXAMPLES) examples[encoding].push(text);
  }
  const legacy = votes.tcvn3 >= votes.vni ? "tcvn3" : "vni";
  if (votes[legacy] === 0 || votes[legacy] < voted * SHARE_AT_LEAST) {
    return { encoding: "unicode", examples: [] };
  }
  return {
    encoding: legacy,
    examples: examples[legacy].map((before) => ({ before, after: fromLegacy(before, legacy) })),
  };
}
