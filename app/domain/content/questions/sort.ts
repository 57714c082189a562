import type { Inline } from "../block.ts";
import { inlinesOf } from "../inlines.ts";
import type { Reading } from "../markdown.ts";
import { plainText } from "../plain-text.ts";
import { commonOf, isEachOnce, isWithin, type Parts } from "../question-parts.ts";
import { shownOrder } from "../shown-order.ts";
import {
  inVietnamese,
  isSame,
  matchedResponse,
  noMedia,
  type QuestionBase,
  type QuestionKind,
  type QuestionReader,
} from "./kind.ts";

interface Thing {
  readonly text: readonly Inline[];
  /** Place of its group. */
  readonly group: number;
}

export interface SortQuestion extends QuestionBase {
  readonly type: "sort";
  readonly groups: readonly (readonly Inline[])[];
  readonly things: readonly Thing[];
}

export const sortKind: QuestionKind<SortQuestion> = {
  isRight: (question, response) => isSame(rightOf(question), response),
  right: rightOf,
  rightText: (question) => sortText(question, rightOf(question)),
  text: sortText,
  shown: (question) => ({
    left: thingsShown(question).map(({ text }) => text),
    choices: question.groups,
  }),
  interaction: (question) => ({
    interactionType: "matching",
    source: thingsShown(question).map(({ text }) => text),
    target: question.groups,
    correctResponsesPattern: [matchedResponse(rightOf(question))],
  }),
  told: matchedResponse,
  words: ({ groups, things }) =>
    [...groups, ...things.map(({ text }) => text)].map((text) => inVietnamese(text)),
  media: noMedia,
};

/** For each thing as shown, the place of its group. */
function rightOf(question: SortQuestion): readonly string[] {
  return thingsShown(question).map(({ group }) => String(group));
}

function thingsShown({ id, things }: SortQuestion): readonly Thing[] {
  const order = shownOrder(
    id,
    things.map(({ text }) => plainText(text)),
  );
  return order.flatMap((place) => things[place] ?? []);
}

/** "Ăn được: ngô, khoai; Không ăn được: ngô mốc". */
function sortText(question: SortQuestion, response: readonly string[]): string {
  const shown = thingsShown(question);
  return question.groups
    .flatMap((name, group) => {
      const put = shown.filter((_, at) => response[at] === String(group));
      const told = put.map(({ text }) => plainText(text)).join(", ");
      return put.length === 0 ? [] : [`${plainText(name)}: ${told}`];
    })
    .join("; ");
}

export const sortReader: QuestionReader<SortQuestion> = {
  attributes: [],
  holdsAnswers: (node) => node.type === "table",
  read: sortQuestion,
};

const GROUPS: readonly [fewest: number, most: number] = [2, 3];
const THINGS: readonly [fewest: number, most: number] = [3, 6];

function sortQuestion(parts: Parts, reading: Reading): SortQuestion | null {
  const [head, ...rows] = parts.answer?.type === "table" ? parts.answer.children : [];
  const groups = (head?.children ?? []).map(({ children }) => inlinesOf(children, reading));
  const things = rows.flatMap(({ children }) =>
    children.flatMap((cell, group) =>
      cell.children.length === 0 ? [] : [{ text: inlinesOf(cell.children, reading), group }],
    ),
  );
  const fits =
    isWithin(groups.length, GROUPS) &&
    isWithin(things.length, THINGS) &&
    isEachOnce(groups.map((name) => plainText(name))) &&
    isEachOnce(things.map(({ text }) => plainText(text))) &&
    groups.every((_, place) => things.some(({ group }) => group === place));
  if (fits) return { ...commonOf(parts), type: "sort", groups, things };
  reading.complain(
    parts.line,
    `Câu hỏi “${parts.id}” cần một bảng 2–3 cột, mỗi cột một nhóm có ít nhất một thứ, tất cả 3–6 thứ khác nhau.`,
  );
  return null;
}
