import type { List } from "mdast";

import type { Inline } from "../block.ts";
import { isTask } from "../fence.ts";
import { inlinesOf } from "../inlines.ts";
import { lineOf, type Reading } from "../markdown.ts";
import { plainText } from "../plain-text.ts";
import { commonOf, isEachOnce, isWithin, type Parts } from "../question-parts.ts";
import { shownOrder } from "../shown-order.ts";
import {
  inVietnamese,
  isSame,
  noMedia,
  type QuestionBase,
  type QuestionKind,
  type QuestionReader,
} from "./kind.ts";

/** `items` in their right order. */
export interface OrderQuestion extends QuestionBase {
  readonly type: "order";
  readonly items: readonly (readonly Inline[])[];
}

export const orderKind: QuestionKind<OrderQuestion> = {
  isRight: (question, response) => isSame(rightOf(question), response),
  right: rightOf,
  rightText: (question) => orderText(question, rightOf(question)),
  text: orderText,
  shown: (question) => ({ choices: thingsOf(question) }),
  interaction: (question) => ({
    interactionType: "sequencing",
    choices: thingsOf(question),
    correctResponsesPattern: [told(rightOf(question))],
  }),
  told,
  words: ({ items }) => items.map((item) => inVietnamese(item)),
  media: noMedia,
};

/** For each thing as shown, its place in the right order. */
function rightOf(question: OrderQuestion): readonly string[] {
  return orderShown(question).map(String);
}

function thingsOf(question: OrderQuestion): readonly (readonly Inline[])[] {
  return orderShown(question).map((place) => question.items[place] ?? []);
}

/** The right places of the things, in the order in which they are shown. */
function orderShown({ id, items }: OrderQuestion): readonly number[] {
  return shownOrder(
    id,
    items.map((item) => plainText(item)),
  );
}

/** "1. nói giá; 2. quét mã": in the order that was given. */
function orderText(question: OrderQuestion, response: readonly string[]): string {
  return orderShown(question)
    .map((place, at) => ({ item: question.items[place] ?? [], given: Number(response[at] ?? "x") }))
    .filter(({ given }) => Number.isInteger(given) && given >= 0 && given < question.items.length)
    .toSorted((a, b) => a.given - b.given)
    .map(({ item, given }) => `${given + 1}. ${plainText(item)}`)
    .join("; ");
}

/** The things as shown, in the order that was given to them: "1", "2", "0" becomes 2, 0, 1. */
function told(response: readonly string[]): string {
  return response
    .map((given, thing) => ({ given: Number(given), thing }))
    .toSorted((a, b) => a.given - b.given)
    .map(({ thing }) => thing)
    .join("[,]");
}

export const orderReader: QuestionReader<OrderQuestion> = {
  attributes: [],
  holdsAnswers: (node) => node.type === "list" && node.ordered === true,
  read: orderQuestion,
};

const THINGS: readonly [fewest: number, most: number] = [3, 6];

function orderQuestion(parts: Parts, reading: Reading): OrderQuestion | null {
  const items = parts.answer?.type === "list" ? lineItemsOf(parts.answer, reading) : [];
  if (isWithin(items.length, THINGS) && isEachOnce(items.map((item) => plainText(item)))) {
    return { ...commonOf(parts), type: "order", items };
  }
  reading.complain(
    parts.line,
    `Câu hỏi “${parts.id}” cần một danh sách 1. 2. 3. có 3–6 việc khác nhau, viết đúng thứ tự.`,
  );
  return null;
}

function lineItemsOf({ children }: List, reading: Reading) {
  return children.flatMap((item) => {
    const [text, ...more] = item.children;
    if (!isTask(item) && text?.type === "paragraph" && more.length === 0) {
      return [inlinesOf(text.children, reading)];
    }
    reading.complain(lineOf(item), "Mỗi việc là một dòng chữ, không có ô - [ ].");
    return [];
  });
}
