import { cleanLine, formatNumber, unaccented } from "#app/domain/kernel/index.ts";

import type { Block, Choice, Inline, Question } from "./course.ts";
import { plainText } from "./plain-text.ts";

type NumberQuestion = Extract<Question, { readonly type: "number" }>;
type WordQuestion = Extract<Question, { readonly type: "word" }>;

/** A question as it goes to a learner: nothing in it tells the answer. */
export interface PublicQuestion {
  readonly id: string;
  readonly type: Question["type"];
  readonly prompt: readonly Block[];
  /** In the order of the file; a response names them by place, from "0". */
  readonly choices?: readonly (readonly Inline[])[];
  /** Of a `number`: "đồng", "kg"… or "". */
  readonly unit?: string;
}

/**
 * Whether a response is right. Refuses nothing: what is no answer is simply not right.
 * @param response `one`, `several`, `true-false`: places of the chosen choices in the file, from "0",
 *   in any order; `number`, `word`: one text as typed
 */
export function judge(
  question: Question,
  response: readonly string[],
): { readonly correct: boolean } {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
      return { correct: choosesRight(question.choices, response) };
    case "number":
      return { correct: response.length === 1 && isRightNumber(question, response[0] ?? "") };
    case "word":
      return { correct: response.length === 1 && isRightWord(question, response[0] ?? "") };
  }
}

/** The right answer in words: "câu đúng", "350.000 đồng", "hello / hi". Several are joined by "; ". */
export function rightAnswerText(question: Question): string {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
      return joined(question.choices.filter(({ correct }) => correct));
    case "number":
      return `${formatNumber(question.answer)} ${question.unit}`.trim();
    case "word":
      return question.answers.join(" / ");
  }
}

/** What was answered, in words; "" when nothing was. Places that name no choice are passed over. */
export function responseText(question: Question, response: readonly string[]): string {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
      return joined(question.choices.filter((_, place) => response.includes(String(place))));
    case "number":
    case "word":
      return cleanLine(response[0] ?? "");
  }
}

export function publicQuestion(question: Question): PublicQuestion {
  const { id, type, prompt } = question;
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
      return { id, type, prompt, choices: question.choices.map(({ text }) => text) };
    case "number":
      return { id, type, prompt, unit: question.unit };
    case "word":
      return { id, type, prompt };
  }
}

function joined(choices: readonly Choice[]): string {
  return choices.map(({ text }) => plainText(text)).join("; ");
}

function choosesRight(choices: readonly Choice[], response: readonly string[]): boolean {
  const chosen = new Set(response);
  const right = choices.flatMap(({ correct }, place) => (correct ? [String(place)] : []));
  return chosen.size === right.length && right.every((place) => chosen.has(place));
}

function isRightNumber({ answer, tolerance, unit }: NumberQuestion, text: string): boolean {
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

function isRightWord({ answers, accents }: WordQuestion, text: string): boolean {
  const compared = accents === "loose" ? unaccented : spelled;
  const typed = compared(text);
  return typed !== "" && answers.some((answer) => compared(answer) === typed);
}

/** Case, blanks, the shape of an apostrophe and a closing stop, which keyboards add, do not count. */
function spelled(text: string): string {
  return cleanLine(text)
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[ .!?…]+$/u, "");
}
