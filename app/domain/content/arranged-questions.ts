import type { List } from "mdast";

import { isTask } from "./fence.ts";
import { inlinesOf } from "./inlines.ts";
import { type Fence, lineOf, type Reading } from "./markdown.ts";
import { plainText } from "./plain-text.ts";
import type { Question } from "./question.ts";
import { commonOf, isEachOnce, isWithin, languageOf, type Parts } from "./question-parts.ts";

const THINGS: readonly [fewest: number, most: number] = [3, 6];

export function orderQuestion(parts: Parts, reading: Reading): Question | null {
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

export function matchQuestion(node: Fence, parts: Parts, reading: Reading): Question | null {
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
