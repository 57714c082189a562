import fc from "fast-check";

/** Names as people of the uplands have them. */
export const NAMES = [
  "Giàng Thị Mỷ",
  "Nguyễn Thị Ngọc Ánh",
  "K'Sor H'Bia",
  "H'Bia Niê̆",
  "Y Ơ",
  "Lý A Hoà",
  "Đặng Thúy Quỳnh",
  "Rơ Châm H'Hoa",
  "Sùng A Páo",
  "Kiều Thị Mỹ Lý",
  "Đinh Hoàng Uyên",
  "Bùi Thị Khoẻ",
] as const;

const APOSTROPHES = ["'", "’", "ʼ", "‘", "`", "´", "′", "＇"];
const UNSEEN = ["\u200B", "\u200E", "\u202E", "\u2060", "\uFEFF", "\u00AD", "\u200D"];
const BLANKS = [" ", "  ", "\u00A0", "\u3000", "\t"];

const EARLIER: Readonly<Record<string, string>> = { oà: "òa", oá: "óa", oẻ: "ỏe", uý: "úy" };
const TONES = Object.entries(EARLIER);

function withTone(text: string, earlier: boolean): string {
  let name = text.normalize("NFC");
  for (const [later, before] of TONES) {
    const [from, to] = earlier ? [later, before] : [before, later];
    name = name.replaceAll(new RegExp(`(?<!q)${from}(?!\\p{L})`, "giu"), to);
  }
  return name;
}

/** One of the ways in which people write a text: what nobody would call another name or word. */
export function writingOf(text: string): fc.Arbitrary<string> {
  return fc
    .record({
      letters: fc.constantFrom("as-is", "lower", "upper"),
      form: fc.constantFrom("NFC", "NFD"),
      earlier: fc.boolean(),
      apostrophe: fc.constantFrom(...APOSTROPHES),
      blank: fc.constantFrom(...BLANKS),
      oldFont: fc.boolean(),
      wide: fc.boolean(),
      i: fc.boolean(),
      unseen: fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...UNSEEN)), { maxLength: 3 }),
    })
    .map(({ letters, form, earlier, apostrophe, blank, oldFont, wide, i, unseen }) => {
      let written = withTone(text, earlier);
      if (i) written = written.replaceAll("Lý", "Lí").replaceAll("Mỹ", "Mĩ");
      if (letters !== "as-is") {
        written = letters === "lower" ? written.toLowerCase() : written.toUpperCase();
      }
      written = written.replaceAll("'", apostrophe).replaceAll(" ", blank);
      if (oldFont) written = written.replaceAll("Đ", "Ð").replaceAll("đ", "ð");
      if (wide) written = written.replaceAll(/[A-Z0-9]/gu, wideOf);
      const parts = Array.from(written);
      for (const [at, character] of unseen) parts.splice(at % (parts.length + 1), 0, character);
      return parts.join("").normalize(form);
    });
}

function wideOf(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
}
