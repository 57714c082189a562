import { unaccented } from "#app/domain/kernel/index.ts";

const WORDS: Readonly<Record<string, "male" | "female">> = {
  nam: "male",
  trai: "male",
  "nam gioi": "male",
  male: "male",
  m: "male",
  nu: "female",
  gai: "female",
  "nu gioi": "female",
  female: "female",
  f: "female",
};

/** "Nam", "NỮ", "nu"…; null when it is neither. Digits are not read: nobody knows which is which. */
export function readSex(text: string): "male" | "female" | null {
  return WORDS[unaccented(text)] ?? null;
}

const TICKS = /^(?:x+|v|1|1\.0|co|yes|true|✓|✔|☑|🗹|√|☒|\+|\*|•|●)$/iu;

/** A tick in the column of men or of women. */
export function isTick(text: string): boolean {
  const plain = text.trim();
  return plain !== "" && (TICKS.test(plain) || unaccented(plain) === "co");
}

/** Says no, as an empty cell does. */
export function isNoTick(text: string): boolean {
  return /^(?:|0|-|–|—|false|không|khong|ko|k)$/iu.test(text.trim());
}
