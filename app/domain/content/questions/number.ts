import { cleanLine, formatNumber } from "#app/domain/kernel/index.ts";

import { attribute } from "../fence.ts";
import type { Fence, Reading } from "../markdown.ts";
import { commonOf, type Parts } from "../question-parts.ts";
import { isRightNumber } from "../typed-answer.ts";
import { isTasks } from "./choice.ts";
import {
  joinedResponse,
  noMedia,
  noWords,
  type QuestionBase,
  type QuestionKind,
  type QuestionReader,
} from "./kind.ts";

export interface NumberQuestion extends QuestionBase {
  readonly type: "number";
  readonly answer: number;
  readonly tolerance: number;
  /** "đồng", "kg"… or "". */
  readonly unit: string;
}

export const numberKind: QuestionKind<NumberQuestion> = {
  isRight: isRightNumber,
  /** One text as typed. */
  right: ({ answer }) => [String(answer).replace(".", ",")],
  rightText: ({ answer, unit }) => `${formatNumber(answer)} ${unit}`.trim(),
  text: (_, response) => cleanLine(response[0] ?? ""),
  shown: ({ unit }) => ({ unit }),
  interaction: ({ answer, tolerance }) => ({
    interactionType: "numeric",
    correctResponsesPattern: [`${answer - tolerance}[:]${answer + tolerance}`],
  }),
  told: joinedResponse,
  words: noWords,
  media: noMedia,
};

export const numberReader: QuestionReader<NumberQuestion> = {
  attributes: ["answer", "unit", "tolerance"],
  holdsAnswers: isTasks,
  read: numberQuestion,
};

const DECIMAL = /^-?\d+(?:\.\d{1,2})?$/u;

function numberQuestion(parts: Parts, reading: Reading, node: Fence): NumberQuestion | null {
  const written = attribute(node, "answer");
  const tolerance = attribute(node, "tolerance") || "0";
  const isNumber = DECIMAL.test(written) && DECIMAL.test(tolerance) && Number(tolerance) >= 0;
  if (!isNumber || parts.answer !== null) {
    reading.complain(
      parts.line,
      `Câu hỏi “${parts.id}” cần answer là số viết liền, như answer=350000 hoặc answer=2.5; tolerance từ 0; không có ô - [ ].`,
    );
    return null;
  }
  return {
    ...commonOf(parts),
    type: "number",
    answer: Number(written),
    tolerance: Number(tolerance),
    unit: attribute(node, "unit").trim(),
  };
}
