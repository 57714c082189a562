import { plainTyping, searchKey, spelling, unaccented } from "#app/domain/kernel/index.ts";

interface RightNumber {
  readonly answer: number;
  readonly tolerance: number;
  readonly unit: string;
}

interface RightWord {
  readonly answers: readonly string[];
  readonly accents: "strict" | "loose";
}

/** Whether a text is the number, however Vietnamese writes it, within the tolerance. */
export function isRightNumber(
  { answer, tolerance, unit }: RightNumber,
  response: readonly string[],
): boolean {
  const [text = "", ...more] = response;
  if (more.length > 0) return false;
  return numbersOf(text, unit).some(
    (value) => Math.abs(value - answer) <= tolerance + Number.EPSILON * Math.abs(answer),
  );
}

/** The numbers that a text may mean, its unit aside; of money also "60k", "60 nghìn", "1,2 triệu". */
function numbersOf(text: string, unit: string): readonly number[] {
  const typed = withoutStops(plainTyping(text).toLowerCase());
  const bare = withoutStops(withoutUnit(typed, unit));
  const plain = readings(bare);
  return unit === DONG && plain.length === 0 ? scaled(bare) : plain;
}

const DONG = "đồng";
const WRITTEN_DONG = [DONG, "vnđ", "vnd", "đ", "₫", "d"];

/** Marks do not count in a unit ("14 tuoi"); that of money may stand before the number too. */
function withoutUnit(text: string, unit: string): string {
  const units = unit === DONG ? WRITTEN_DONG : [plainTyping(unit).toLowerCase()];
  const endings = units
    .flatMap((written) => [written, unaccentedUnit(written)])
    .filter((written) => written !== "")
    // "vnđ" ends in "đ".
    .toSorted((a, b) => b.length - a.length);
  const behind = endings.find((written) => text.endsWith(written));
  if (behind !== undefined) return text.slice(0, -behind.length).trim();
  const before = unit === DONG ? endings.find((written) => text.startsWith(written)) : undefined;
  return before === undefined ? text : text.slice(before.length).trim();
}

function unaccentedUnit(unit: string): string {
  return /\p{L}/u.test(unit) ? unaccented(unit) : unit;
}

/** Keyboards end what was typed with a full stop, and put a blank behind one within it: "60. 000". */
function withoutStops(text: string): string {
  return text.replace(/[ .,;:!?…]+$/u, "").replaceAll(/(\d[.,]) (?=\d{3}(?!\d))/gu, "$1");
}

const THOUSANDS_BY_DOT_OR_BLANK = /^[-+]?\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?$/u;
const THOUSANDS_BY_COMMA = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const PLAIN = /^[-+]?\d+(?:[.,]\d+)?$/u;

/**
 * The numbers a text may mean. "350.000" and "350 000" are thousands and "3,5" has a decimal, as
 * Vietnamese writes them; "3.5", as a calculator shows it, can only be a decimal. "350,000" is read
 * both ways: price tags for foreign guests have it, and no learner means thousandths.
 */
function readings(text: string): readonly number[] {
  if (THOUSANDS_BY_DOT_OR_BLANK.test(text)) {
    return [Number(text.replaceAll(/[. ]/gu, "").replace(",", "."))];
  }
  const plain = PLAIN.test(text) ? [Number(text.replace(",", "."))] : [];
  return THOUSANDS_BY_COMMA.test(text) ? [...plain, Number(text.replaceAll(",", ""))] : plain;
}

const THOUSAND = 1000;
const MILLION = 1_000_000;
const SCALES: Readonly<Record<string, number>> = {
  k: THOUSAND,
  nghin: THOUSAND,
  ngan: THOUSAND,
  tr: MILLION,
  trieu: MILLION,
};
const SCALED = /^(?<count>[\d.,]+) ?(?<scale>\p{L}+)(?: (?<rest>.+))?$/u;

/** "60k", "60 nghìn", "1,2 triệu", "1 triệu 200 nghìn". */
function scaled(text: string): readonly number[] {
  const { count = "", scale = "", rest = "" } = SCALED.exec(text)?.groups ?? {};
  const factor = SCALES[unaccented(scale)];
  if (factor === undefined) return [];
  // Rounded: 1.2 × 1,000,000 is no whole number in binary.
  const counted = readings(count).map((value) => Math.round(value * factor));
  if (rest === "") return counted;
  const small = [...readings(rest), ...scaled(rest)].filter((value) => value < factor);
  return counted.flatMap((value) => small.map((part) => value + part));
}

/** Whether a text is one of the words, with its marks unless those are let go. */
export function isRightWord({ answers, accents }: RightWord, response: readonly string[]): boolean {
  const [text = "", ...more] = response;
  const compared = accents === "loose" ? searchKey : spelled;
  const typed = compared(text);
  return more.length === 0 && typed !== "" && answers.some((answer) => compared(answer) === typed);
}

/** What `spelling` lets go, and a closing stop, which keyboards add, do not count. */
function spelled(text: string): string {
  return spelling(text).replace(/[ .!?…]+$/u, "");
}
