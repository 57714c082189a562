// No look-behind in what phones run: Safari before 16.4 refuses the whole script for one.
/** An emoji of several parts is one picture only with the joiners and selectors between them. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*|[0-9#*]\uFE0F\u20E3/u;
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Noncharacter_Code_Point}/u;
const EMOJI_OR_UNSEEN = new RegExp(
  `(?<kept>${EMOJI.source})|${UNSEEN.source}|[^\\P{Cc}\\n\\t]`,
  "gu",
);

/**
 * One form for all text that enters: NFC, nothing that cannot be seen (control and format characters,
 * marks of direction) but line breaks and tabs, outer blanks cut.
 */
export function clean(text: string): string {
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
      .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, "\n")
      .replaceAll(EMOJI_OR_UNSEEN, (_, kept: string | undefined) => kept ?? "")
      // Last: a mark may only now stand beside its letter.
      .normalize("NFC")
      .trim()
  );
}

/** Clean, and one line: every run of blanks becomes one space. */
export function cleanLine(text: string): string {
  return clean(text).replaceAll(/\s+/gu, " ");
}

/**
 * What is compared when someone searches: lower case, without tone and vowel marks, `đ` as `d`,
 * apostrophes left out, anything else that is neither letter nor digit as one space. "Bản Phố" and
 * "ban pho" are equal in it, so are "Ea H'Leo" and "ea hleo". `unaccented` in SQL says the same.
 */
export function unaccented(text: string): string {
  return (
    text
      .replaceAll(UNSEEN_AND_APOSTROPHES, "")
      .normalize("NFKD")
      // A Greek numeral sign is an apostrophe only when taken apart, as "´" is one only before.
      .replaceAll(UNSEEN_AND_APOSTROPHES, "")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll(OTHER_D, "d")
      .replaceAll(/[ƀɃ]/gu, "b")
      .toLowerCase()
      // Lower case may bring marks of its own: "İ".
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

/** Old fonts have the Icelandic Ð (U+00D0), others the African Ɖ (U+0189), where Đ (U+0110) is meant. */
const OTHER_D = /[đĐðÐɖƉ]/gu;
/** Whatever a keyboard gives for the apostrophe of "H'Leo", an acute accent standing alone among them. */
const APOSTROPHE_CHARACTERS = "'‘’‛`´ʹʻʼˈ′`΄ꞌ＇";
const APOSTROPHES = new RegExp(`[${APOSTROPHE_CHARACTERS}]`, "gu");
const UNSEEN_AND_APOSTROPHES = new RegExp(`${UNSEEN.source}|[${APOSTROPHE_CHARACTERS}]`, "gu");
const HYPHENS = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63]/gu;
/** Letters, digits and stops of East Asian and mathematical fonts. */
const OTHER_WIDTHS = /[\u3000\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/gu;

/** One line as a plain keyboard has it: apostrophes `'`, hyphens `-`, digits 0–9, and `Đ` the Vietnamese one. */
export function plainTyping(text: string): string {
  return cleanLine(
    cleanLine(text)
      .replaceAll(OTHER_WIDTHS, (character) => character.normalize("NFKC"))
      .replaceAll(APOSTROPHES, "'")
      .replaceAll(HYPHENS, "-")
      .replaceAll(/[ÐƉ]/gu, "Đ")
      .replaceAll(/[ðɖ]/gu, "đ"),
  );
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * What is compared where marks count: lower case, the tone behind its syllable, so that "hoà" and "hòa"
 * are equal, and "kĩ" as "kỹ" where a tone tells that the word is Vietnamese. Decomposed: not to be shown.
 */
export function spelling(text: string): string {
  return plainTyping(text)
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\p{L}\p{M}]+/gu, (word) => {
      const tones = (word.match(TONES) ?? []).join("");
      const letters = word.replaceAll(TONES, "");
      return (tones === "" ? letters : letters.replace(FINAL_Y, "$<onset>i")) + tones;
    });
}

/** Before a final y that nobody hears otherwise than i: lý, mỹ, kỹ, hy, sỹ, tỷ, vỹ, quý. */
const FINAL_Y = /^(?<onset>[hklmstv]|qu)y$/u;
const FINAL_Y_OF_A_LINE = /(?<before> |^)(?<onset>[hklmstv]|qu)y(?= |$)/gu;

/**
 * As `unaccented`, and "Lý" as "Lí": by what people, places and courses are searched. `search_key` in SQL
 * says the same.
 */
export function searchKey(text: string): string {
  return unaccented(text).replaceAll(FINAL_Y_OF_A_LINE, "$<before>$<onset>i");
}

const collator = new Intl.Collator("vi", { numeric: true });

/** Vietnamese dictionary order. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

const DECIMAL = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

/** `1.234,5`: dots between thousands, a comma before decimals. */
export function formatNumber(value: number): string {
  return DECIMAL.format(value);
}
