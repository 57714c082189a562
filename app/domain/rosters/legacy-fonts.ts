/**
 * Text that was typed for fonts from before Unicode, as it is read today: each byte as the Windows-1252
 * character. Tables: TCVN 5712:1993, VN3 ("ABC", fonts .Vn…), and VNI for Windows (fonts VNI-…).
 */
export const ENCODINGS = ["unicode", "tcvn3", "vni"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What bytes A1 to FE mean in TCVN3; a blank where no letter stands. Its capitals with a tone are a font's. */
const TCVN3_FROM = 0xa1;
const TCVN3 =
  "ĂÂÊÔƠƯĐăâêôơưđ" + // A1–AE
  "      àảãáạ ằẳẵắ" + // AF–BE
  "       ặầẩẫấậè ẻẽ" + // BF–CF
  "éẹềểễếệìỉ   ĩíịò" + // D0–DF
  " ỏõóọồổỗốộờởỡớợù" + // E0–EF
  " ủũúụừửữứựỳỷỹýỵ"; // F0–FE

const tcvn3Letters = new Map<string, string>();
for (const [index, letter] of TCVN3.split("").entries()) {
  if (letter !== " ") tcvn3Letters.set(String.fromCodePoint(TCVN3_FROM + index), letter);
}

/** Letters of VNI that stand alone. */
const VNI_ALONE: Readonly<Record<string, string>> = {
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  ô: "ơ",
  ö: "ư",
  î: "ỵ",
  ñ: "đ",
};

/** What follows a vowel in VNI, as the marks of Unicode. */
const ACUTE = "\u0301";
const GRAVE = "\u0300";
const HOOK = "\u0309";
const TILDE = "\u0303";
const DOT = "\u0323";
const CIRCUMFLEX = "\u0302";
const BREVE = "\u0306";
const VNI_TONES: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
};
const VNI_SHAPES: Readonly<Record<string, string>> = {
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
/** Which marks may follow which letter. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  a: "ùøûõïâáàåãäêéèúüë",
  e: "ùøûõïâáàåãä",
  o: "ùøûõïâáàåãä",
  u: "ùøûõï",
  y: "ùøûõ",
  ô: "ùøûõï",
  ö: "ùøûõï",
};

const VNI_WRITTEN = new RegExp(
  `^(?:${Object.entries(VNI_MARKS)
    .map(([letter, marks]) => `${letter}[${marks}]?`)
    .join("|")}|[${Object.keys(VNI_ALONE).join("")}]|[\\x00-\\x7F\\s])*$`,
  "iu",
);

/** Whether a text holds no letter that the writing does not have. */
export function canBeWritten(text: string, encoding: Encoding): boolean {
  switch (encoding) {
    case "unicode":
      return true;
    case "tcvn3":
      return text.split("").every((letter) => letter <= "\u00A0" || tcvn3Letters.has(letter));
    case "vni":
      return VNI_WRITTEN.test(text);
  }
}

/** The letters of an old font in Unicode, NFC; letters that it does not have stay. */
export function fromLegacy(text: string, encoding: Encoding): string {
  switch (encoding) {
    case "unicode":
      return text;
    case "tcvn3":
      return recased(
        text
          .split("")
          .map((letter) => tcvn3Letters.get(letter) ?? letter)
          .join(""),
        text,
      );
    case "vni":
      return fromVni(text);
  }
}

function fromVni(text: string): string {
  let read = "";
  const letters = text.split("");
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? "";
    const small = letter.toLowerCase();
    const mark = (letters[at + 1] ?? "").toLowerCase();
    const base = VNI_ALONE[small] ?? small;
    const isMarked = mark !== "" && (VNI_MARKS[small] ?? "").includes(mark);
    const marks = isMarked ? (VNI_TONES[mark] ?? VNI_SHAPES[mark] ?? "") : "";
    if (isMarked) at += 1;
    const joined = (base + marks).normalize("NFC");
    read += letter === small ? joined : joined.toUpperCase();
  }
  return read;
}

const ASCII_SMALL = /[a-z]/u;
const ASCII_CAPITALS = /[A-Z]/gu;
const CAPITALS_OF_A_LINE = 2;

/**
 * Capitals with a tone are small letters in TCVN3, shown by a font of capitals: a line without any plain
 * small letter is taken for capitals, and a word that begins with a small letter among words that begin
 * with a capital for one of them.
 */
function recased(read: string, typed: string): string {
  const capitals = typed.match(ASCII_CAPITALS)?.length ?? 0;
  if (!ASCII_SMALL.test(typed)) return capitals >= CAPITALS_OF_A_LINE ? read.toUpperCase() : read;
  if (capitals === 0) return read;
  return read
    .split(" ")
    .map((word) => (BEGINS_MARKED.test(word) ? word[0]?.toUpperCase() + word.slice(1) : word))
    .join(" ");
}

/** Begins with a small letter that TCVN3 has as a small one alone. */
const BEGINS_MARKED = /^[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/u;
