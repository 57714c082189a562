import { cleanLine, formatNumber } from "#app/domain/kernel/index.ts";

import type { Block, Inline, Picture, Sound } from "./block.ts";
import { plainText } from "./plain-text.ts";
import type { Choice, Question } from "./question.ts";
import { shownOrder } from "./shown-order.ts";
import { isRightNumber, isRightWord } from "./typed-answer.ts";

type OrderQuestion = Extract<Question, { readonly type: "order" }>;
type MatchQuestion = Extract<Question, { readonly type: "match" }>;

/** A question as it goes to a learner: nothing in it tells the answer. */
export interface PublicQuestion {
  readonly id: string;
  readonly type: Question["type"];
  readonly prompt: readonly Block[];
  /** In the order in which they are shown; a response names them by place, from "0". */
  readonly choices?: readonly (readonly Inline[])[];
  /** Of `picture`: one for each choice. */
  readonly pictures?: readonly Picture[];
  /** Of `match`: what a choice is found for. */
  readonly left?: readonly (readonly Inline[])[];
  /** Of `listen`, and of `read-aloud` where there is one. */
  readonly sound?: Sound;
  /** Of `read-aloud`: what is said. */
  readonly text?: string;
  /** Of what is not Vietnamese in it. */
  readonly lang?: string;
  /** Of a `number`: "đồng", "kg"… or "". */
  readonly unit?: string;
}

/** What she answers when she has said it like the model, and when not. */
const SAME = "same";
const AGAIN = "again";

/**
 * Whether a response is right. Refuses nothing: what is no answer is simply not right.
 * @param response `one`, `several`, `true-false`, `picture`, `listen`: places of the chosen choices,
 *   from "0", in any order; `number`, `word`: one text as typed; `order`: for each thing as shown, its
 *   place in the right order, from "0"; `match`: for each thing on the left, the place of the shown
 *   choice; `read-aloud`: "same" or "again"
 */
export function judge(
  question: Question,
  response: readonly string[],
): { readonly correct: boolean } {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
    case "picture":
    case "listen":
      return { correct: choosesRight(question.choices, response) };
    case "number":
      return { correct: isRightNumber(question, response) };
    case "word":
      return { correct: isRightWord(question, response) };
    case "order":
    case "match":
    case "read-aloud":
      return { correct: isSame(rightResponse(question), response) };
  }
}

/** A response that is right. */
export function rightResponse(question: Question): readonly string[] {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
    case "picture":
    case "listen":
      return question.choices.flatMap(({ correct }, place) => (correct ? [String(place)] : []));
    case "number":
      return [String(question.answer).replace(".", ",")];
    case "word":
      return question.answers.slice(0, 1);
    case "order":
      return orderShown(question).map(String);
    case "match": {
      const shown = rightsShown(question);
      return question.pairs.map((_, place) => String(shown.indexOf(place)));
    }
    case "read-aloud":
      return [SAME];
  }
}

/** The right answer in words: "câu đúng", "350.000 đồng", "hello / hi". Several are joined by "; ". */
export function rightAnswerText(question: Question): string {
  switch (question.type) {
    case "number":
      return `${formatNumber(question.answer)} ${question.unit}`.trim();
    case "word":
      return question.answers.join(" / ");
    case "read-aloud":
      return question.text;
    case "one":
    case "several":
    case "true-false":
    case "picture":
    case "listen":
    case "order":
    case "match":
      return responseText(question, rightResponse(question));
  }
}

/** What was answered, in words; "" when nothing was. Places that name nothing are passed over. */
export function responseText(question: Question, response: readonly string[]): string {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
    case "picture":
    case "listen":
      return joined(question.choices.filter((_, place) => response.includes(String(place))));
    case "number":
    case "word":
      return cleanLine(response[0] ?? "");
    case "order":
      return orderText(question, response);
    case "match":
      return matchText(question, response);
    case "read-aloud":
      return readAloudText(response[0]);
  }
}

export function publicQuestion(question: Question): PublicQuestion {
  const { id, type, prompt } = question;
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
      return { id, type, prompt, choices: textsOf(question.choices) };
    case "picture":
      return {
        id,
        type,
        prompt,
        choices: textsOf(question.choices),
        pictures: question.choices.map(({ picture }) => picture),
      };
    case "listen": {
      const { lang, sound } = question;
      return { id, type, prompt, choices: textsOf(question.choices), lang, sound };
    }
    case "number":
      return { id, type, prompt, unit: question.unit };
    case "word":
      return { id, type, prompt };
    case "order":
      return {
        id,
        type,
        prompt,
        choices: orderShown(question).map((place) => question.items[place] ?? []),
      };
    case "match":
      return {
        id,
        type,
        prompt,
        lang: question.lang,
        left: question.pairs.map(({ left }) => left),
        choices: rightsShown(question).map((place) => question.pairs[place]?.right ?? []),
      };
    case "read-aloud": {
      const { lang, text, sound } = question;
      return { id, type, prompt, lang, text, ...(sound === null ? {} : { sound }) };
    }
  }
}

function textsOf(choices: readonly Choice[]): readonly (readonly Inline[])[] {
  return choices.map(({ text }) => text);
}

function joined(choices: readonly Choice[]): string {
  return choices.map(({ text }) => plainText(text)).join("; ");
}

function choosesRight(choices: readonly Choice[], response: readonly string[]): boolean {
  const chosen = new Set(response);
  const right = choices.flatMap(({ correct }, place) => (correct ? [String(place)] : []));
  return chosen.size === right.length && right.every((place) => chosen.has(place));
}

function isSame(right: readonly string[], response: readonly string[]): boolean {
  return response.length === right.length && right.every((place, at) => place === response[at]);
}

/** The right places of the things, in the order in which they are shown. */
function orderShown({ id, items }: OrderQuestion): readonly number[] {
  return shownOrder(
    id,
    items.map((item) => plainText(item)),
  );
}

/** Which pair each shown choice belongs to. */
function rightsShown({ id, pairs }: MatchQuestion): readonly number[] {
  return shownOrder(
    id,
    pairs.map(({ right }) => plainText(right)),
  );
}

/** "1. nói giá; 2. quét mã": in the order that she gave. */
function orderText(question: OrderQuestion, response: readonly string[]): string {
  return orderShown(question)
    .map((place, at) => ({ item: question.items[place] ?? [], given: Number(response[at] ?? "x") }))
    .filter(({ given }) => Number.isInteger(given) && given >= 0 && given < question.items.length)
    .toSorted((a, b) => a.given - b.given)
    .map(({ item, given }) => `${given + 1}. ${plainText(item)}`)
    .join("; ");
}

/** "hello – xin chào; goodbye – tạm biệt". */
function matchText(question: MatchQuestion, response: readonly string[]): string {
  const shown = rightsShown(question);
  return question.pairs
    .flatMap(({ left }, at) => {
      const pair = question.pairs[shown[Number(response[at] ?? "x")] ?? -1];
      return pair === undefined ? [] : [`${plainText(left)} – ${plainText(pair.right)}`];
    })
    .join("; ");
}

function readAloudText(response: string | undefined): string {
  if (response === SAME) return "đọc giống mẫu";
  return response === AGAIN ? "chưa giống, cần đọc lại" : "";
}
