import type { List } from "mdast";

import { unaccented } from "#app/domain/kernel/index.ts";

import { attribute, blocksOf, isFenceInOrder, isIdentifier, isTask } from "./blocks.ts";
import type { Block, Choice, Question } from "./course.ts";
import { inlinesOf } from "./inlines.ts";
import { type BlockNode, type Fence, lineOf, type Reading } from "./markdown.ts";
import { plainText } from "./plain-text.ts";

type Type = Question["type"];
type ChoiceType = Extract<Type, "one" | "several" | "true-false">;

const ATTRIBUTES: Readonly<Record<Type, readonly string[]>> = {
  one: [],
  several: [],
  "true-false": [],
  number: ["answer", "unit", "tolerance"],
  word: ["answer", "accents"],
};

function isType(text: string): text is Type {
  return Object.hasOwn(ATTRIBUTES, text);
}

/** What all questions have, read; `list` is the one that holds the choices. */
interface Parts {
  readonly id: string;
  readonly prompt: readonly Block[];
  readonly list: List | null;
  readonly explanation: readonly Block[];
}

/** A question out of its fence, or null when an author must mend it first (complained of). */
export function questionOf(node: Fence, reading: Reading): Question | null {
  const type = attribute(node, "type");
  if (!isType(type)) {
    const types = Object.keys(ATTRIBUTES).join(", ");
    reading.complain(lineOf(node), `Câu hỏi cần type là một trong: ${types}.`);
    return null;
  }
  if (!isFenceInOrder(node, ["id", "type", ...ATTRIBUTES[type]], reading)) return null;
  const parts = partsOf(node, reading);
  if (parts === null) return null;
  switch (type) {
    case "one":
    case "several":
    case "true-false":
      return choiceQuestion(node, type, parts, reading);
    case "number":
      return numberQuestion(node, parts, reading);
    case "word":
      return wordQuestion(node, parts, reading);
  }
}

function partsOf(node: Fence, reading: Reading): Parts | null {
  const line = lineOf(node);
  const id = attribute(node, "id");
  if (!isIdentifier(id)) {
    reading.complain(line, "Câu hỏi cần mã không dấu, như {#q1 type=one}.");
    return null;
  }
  const last = node.children.at(-1);
  if (last?.type !== "blockquote") {
    reading.complain(
      line,
      `Câu hỏi “${id}” thiếu lời giải thích. Hãy viết “> Vì sao: …” ở cuối câu hỏi.`,
    );
    return null;
  }
  const before = node.children.slice(0, -1);
  const list = before.find(isTaskList) ?? null;
  const at = list === null ? before.length : before.indexOf(list);
  if (at === 0) {
    reading.complain(line, `Câu hỏi “${id}” thiếu lời hỏi. Hãy viết lời hỏi trước đáp án.`);
    return null;
  }
  if (list !== null && at !== before.length - 1) {
    reading.complain(line, `Câu hỏi “${id}”: giữa đáp án và lời giải thích không viết gì thêm.`);
    return null;
  }
  const prompt = blocksOf(before.slice(0, at), reading);
  return { id, prompt, list, explanation: blocksOf(last.children, reading) };
}

function isTaskList(node: BlockNode): node is List {
  return node.type === "list" && node.children.some((item) => isTask(item));
}

function choicesOf({ children }: List, reading: Reading): readonly Choice[] {
  return children.flatMap((item) => {
    const [text, ...more] = item.children;
    if (!isTask(item) || text?.type !== "paragraph" || more.length > 0) {
      reading.complain(lineOf(item), "Mỗi đáp án là một dòng - [ ] hoặc - [x], có chữ.");
      return [];
    }
    return [{ text: inlinesOf(text.children, reading), correct: item.checked === true }];
  });
}

interface Shape {
  readonly choices: readonly [fewest: number, most: number];
  readonly right: readonly [fewest: number, most: number];
  readonly rule: string;
}

const SHAPES: Readonly<Record<ChoiceType, Shape>> = {
  one: { choices: [2, 5], right: [1, 1], rule: "cần 2–5 đáp án, đúng một - [x]" },
  several: { choices: [3, 6], right: [2, 6], rule: "cần 3–6 đáp án, từ hai - [x] trở lên" },
  "true-false": {
    choices: [2, 2],
    right: [1, 1],
    rule: "cần hai dòng Đúng và Sai, đúng một - [x]",
  },
};

function choiceQuestion(
  node: Fence,
  type: ChoiceType,
  { id, prompt, list, explanation }: Parts,
  reading: Reading,
): Question | null {
  const choices = list === null ? [] : choicesOf(list, reading);
  const shape = SHAPES[type];
  const right = choices.filter(({ correct }) => correct).length;
  const texts = choices.map(({ text }) => plainText(text));
  const fits =
    isWithin(choices.length, shape.choices) &&
    isWithin(right, shape.right) &&
    new Set(texts).size === texts.length &&
    (type !== "true-false" || texts.join("|") === "Đúng|Sai");
  if (!fits) {
    reading.complain(
      lineOf(node),
      `Câu hỏi “${id}” ${shape.rule}, không có hai đáp án giống nhau.`,
    );
    return null;
  }
  return { id, type, prompt, explanation, choices };
}

function isWithin(count: number, [fewest, most]: readonly [number, number]): boolean {
  return fewest <= count && count <= most;
}

const DECIMAL = /^-?\d+(?:\.\d{1,2})?$/u;

function numberQuestion(
  node: Fence,
  { id, prompt, list, explanation }: Parts,
  reading: Reading,
): Question | null {
  const answer = attribute(node, "answer");
  const tolerance = attribute(node, "tolerance") || "0";
  if (!DECIMAL.test(answer) || !DECIMAL.test(tolerance) || Number(tolerance) < 0 || list !== null) {
    reading.complain(
      lineOf(node),
      `Câu hỏi “${id}” cần answer là số viết liền, như answer=350000 hoặc answer=2.5; tolerance từ 0; không có ô - [ ].`,
    );
    return null;
  }
  return {
    id,
    type: "number",
    prompt,
    explanation,
    answer: Number(answer),
    tolerance: Number(tolerance),
    unit: attribute(node, "unit").trim(),
  };
}

function wordQuestion(
  node: Fence,
  { id, prompt, list, explanation }: Parts,
  reading: Reading,
): Question | null {
  const answers = attribute(node, "answer")
    .split("|")
    .map((answer) => answer.trim());
  const accents = attribute(node, "accents") || "strict";
  const written = answers.every((answer) => unaccented(answer) !== "");
  if (!written || list !== null || (accents !== "strict" && accents !== "loose")) {
    reading.complain(
      lineOf(node),
      `Câu hỏi “${id}” cần answer="hello|hi"; accents là loose hoặc bỏ trống; không có ô - [ ].`,
    );
    return null;
  }
  return { id, type: "word", prompt, explanation, answers, accents };
}
