import type { Inline } from "../block.ts";
import { inlinesOf } from "../inlines.ts";
import type { Fence, Reading } from "../markdown.ts";
import { plainText } from "../plain-text.ts";
import { commonOf, isEachOnce, isWithin, languageOf, type Parts } from "../question-parts.ts";
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

interface Pair {
  readonly left: readonly Inline[];
  readonly right: readonly Inline[];
}

/** `lang`: of what stands on the left; "" when it is Vietnamese. */
export interface MatchQuestion extends QuestionBase {
  readonly type: "match";
  readonly lang: string;
  readonly pairs: readonly Pair[];
}

export const matchKind: QuestionKind<MatchQuestion> = {
  isRight: (question, response) => isSame(rightOf(question), response),
  right: rightOf,
  rightText: (question) => matchText(question, rightOf(question)),
  text: matchText,
  shown: (question) => ({
    lang: question.lang,
    left: question.pairs.map(({ left }) => left),
    choices: choicesOf(question),
  }),
  interaction: (question) => ({
    interactionType: "matching",
    source: question.pairs.map(({ left }) => left),
    target: choicesOf(question),
    correctResponsesPattern: [matchedResponse(rightOf(question))],
  }),
  told: matchedResponse,
  words: ({ pairs, lang }) =>
    pairs.flatMap(({ left, right }) => [{ text: left, lang }, inVietnamese(right)]),
  media: noMedia,
};

/** For each thing on the left, the place of the shown choice. */
function rightOf(question: MatchQuestion): readonly string[] {
  const shown = rightsShown(question);
  return question.pairs.map((_, place) => String(shown.indexOf(place)));
}

function choicesOf(question: MatchQuestion): readonly (readonly Inline[])[] {
  return rightsShown(question).map((place) => question.pairs[place]?.right ?? []);
}

/** Which pair each shown choice belongs to. */
function rightsShown({ id, pairs }: MatchQuestion): readonly number[] {
  return shownOrder(
    id,
    pairs.map(({ right }) => plainText(right)),
  );
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

export const matchReader: QuestionReader<MatchQuestion> = {
  attributes: ["lang"],
  holdsAnswers: (node) => node.type === "table",
  read: matchQuestion,
};

const THINGS: readonly [fewest: number, most: number] = [3, 6];

function matchQuestion(parts: Parts, reading: Reading, node: Fence): MatchQuestion | null {
  const [, ...rows] = parts.answer?.type === "table" ? parts.answer.children : [];
  const pairs = rows.map(({ children: [left, right] }) => ({
    left: inlinesOf(left?.children ?? [], reading),
    right: inlinesOf(right?.children ?? [], reading),
  }));
  const fits =
    rows.every(({ children }) => children.length === 2) &&
    isWithin(pairs.length, THINGS) &&
    isEachOnce(pairs.map(({ left }) => plainText(left))) &&
    isEachOnce(pairs.map(({ right }) => plainText(right)));
  if (fits) {
    return { ...commonOf(parts), type: "match", lang: languageOf(node, reading), pairs };
  }
  reading.complain(
    parts.line,
    `Câu hỏi “${parts.id}” cần một bảng hai cột, 3–6 hàng, không có hai ô giống nhau trong một cột.`,
  );
  return null;
}
