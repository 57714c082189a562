import { cleanLine, unaccented } from "#app/domain/kernel/index.ts";

import { attribute } from "../fence.ts";
import type { Fence, Reading } from "../markdown.ts";
import { commonOf, type Parts } from "../question-parts.ts";
import { isRightWord } from "../typed-answer.ts";
import { isTasks } from "./choice.ts";
import {
  joinedResponse,
  noMedia,
  noWords,
  type QuestionBase,
  type QuestionKind,
  type QuestionReader,
} from "./kind.ts";

export interface WordQuestion extends QuestionBase {
  readonly type: "word";
  readonly answers: readonly string[];
  readonly accents: "strict" | "loose";
}

export const wordKind: QuestionKind<WordQuestion> = {
  isRight: isRightWord,
  /** One text as typed. */
  right: ({ answers }) => answers.slice(0, 1),
  rightText: ({ answers }) => answers.join(" / "),
  text: (_, response) => cleanLine(response[0] ?? ""),
  shown: () => ({}),
  interaction: ({ answers }) => ({
    interactionType: "fill-in",
    correctResponsesPattern: answers,
  }),
  told: joinedResponse,
  words: noWords,
  media: noMedia,
};

export const wordReader: QuestionReader<WordQuestion> = {
  attributes: ["answer", "accents"],
  holdsAnswers: isTasks,
  read: wordQuestion,
};

function wordQuestion(parts: Parts, reading: Reading, node: Fence): WordQuestion | null {
  const answers = attribute(node, "answer")
    .split("|")
    .map((answer) => answer.trim());
  const accents = attribute(node, "accents") || "strict";
  const written = answers.every((answer) => unaccented(answer) !== "");
  if (!written || parts.answer !== null || (accents !== "strict" && accents !== "loose")) {
    reading.complain(
      parts.line,
      `Câu hỏi “${parts.id}” cần answer="hello|hi"; accents là loose hoặc bỏ trống; không có ô - [ ].`,
    );
    return null;
  }
  return { ...commonOf(parts), type: "word", answers, accents };
}
