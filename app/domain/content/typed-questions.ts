import { unaccented } from "#app/domain/kernel/index.ts";

import { attribute } from "./fence.ts";
import type { Fence, Reading } from "./markdown.ts";
import { soundAt } from "./media-at.ts";
import type { Question } from "./question.ts";
import { commonOf, languageOf, type Parts } from "./question-parts.ts";

const DECIMAL = /^-?\d+(?:\.\d{1,2})?$/u;

export function numberQuestion(node: Fence, parts: Parts, reading: Reading): Question | null {
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

export function wordQuestion(node: Fence, parts: Parts, reading: Reading): Question | null {
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

export function readAloudQuestion(node: Fence, parts: Parts, reading: Reading): Question | null {
  const text = attribute(node, "text").trim();
  const file = attribute(node, "sound");
  if (text === "" || parts.answer !== null) {
    reading.complain(
      parts.line,
      `Câu hỏi “${parts.id}” cần lời để đọc, như text="How much is this?"; không có ô - [ ].`,
    );
    return null;
  }
  const sound = file === "" ? null : soundAt(file, parts.line, reading);
  if (file !== "" && sound === null) return null;
  return { ...commonOf(parts), type: "read-aloud", lang: languageOf(node, reading), text, sound };
}
