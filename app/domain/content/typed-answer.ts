import { cleanLine, unaccented } from "#app/domain/kernel/index.ts";

import type { Question } from "./question.ts";

type NumberQuestion = Extract<Question, { readonly type: "number" }>;
type WordQuestion = Extract<Question, { readonly type: "word" }>;

/** Whether a text is the number, however Vietnamese writes it, within the tolerance. */
export function isRightNumber(
  { answer, tolerance, unit }: NumberQuestion,
  response: readonly string[],
): boolean {
  const [text = "", ...more] = response;
  if (more.length > 0) return false;
  return readings(withoutUnit(cleanLine(text).toLowerCase(), unit)).some(
    (value) => Math.abs(value - answer) <= tolerance + Number.EPSILON * Math.abs(answer),
  );
}

function withoutUnit(text: string, unit: string): string {
  const units = [cleanLine(unit).toLowerCase(), ...(unit === "đồng" ? ["đ", "vnđ"] : [])];
  const written = units.find((ending) => ending !== "" && text.endsWith(ending));
  return written === undefined ? text : text.slice(0, -written.length).trim();
}

const THOUSANDS_BY_DOT_OR_BLANK = /^-?\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?$/u;
const THOUSANDS_BY_COMMA = /^-?\d{1,3}(?:,\d{3})+$/u;
const PLAIN = /^-?\d+(?:[.,]\d+)?$/u;

/**
 * The numbers a text may mean. "350.000" and "350 000" are thousands and "3,5" has a decimal, as
 * Vietnamese writes them; "3.5", as a calculator shows it, can only be a decimal. "350,000" is read
 * both ways: price tags for foreign guests have it, and no learner means thousandths.
 */
function readings(text: string): readonly number[] {
  const written = text.replace(/^[−–]/u, "-");
  if (THOUSANDS_BY_DOT_OR_BLANK.test(written)) {
    return [Number(written.replaceAll(/[. ]/gu, "").replace(",", "."))];
  }
  const plain = PLAIN.test(written) ? [Number(written.replace(",", "."))] : [];
  return THOUSANDS_BY_COMMA.test(written) ? [...plain, Number(written.replaceAll(",", ""))] : plain;
}

/** Whether a text is one of the words, with its marks unless those are let go. */
export function isRightWord(
  { answers, accents }: WordQuestion,
  response: readonly string[],
): boolean {
  const [text = "", ...more] = response;
  const compared = accents === "loose" ? unaccented : spelled;
  const typed = compared(text);
  return more.length === 0 && typed !== "" && answers.some((answer) => compared(answer) === typed);
}

/** Case, blanks, the shape of an apostrophe and a closing stop, which keyboards add, do not count. */
function spelled(text: string): string {
  return cleanLine(text)
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[ .!?…]+$/u, "");
}
