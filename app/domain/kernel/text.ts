/** One form for all text that enters: NFC, no control characters but line breaks, outer blanks cut. */
export function clean(text: string): string {
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
      .replaceAll(/\r\n?/gu, "\n")
      .replaceAll(/[^\P{Cc}\n\t]/gu, "")
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
 * anything that is neither letter nor digit as one space. "Bản Phố" and "ban pho" are equal in it.
 */
export function unaccented(text: string): string {
  return (
    text
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      // Old fonts have the Icelandic Ð (U+00D0) where Đ (U+0110) is meant.
      .replaceAll(/[đĐðÐ]/gu, "d")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
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
