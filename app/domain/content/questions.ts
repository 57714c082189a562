import { matchQuestion, orderQuestion } from "./arranged-questions.ts";
import { choiceQuestion, listenQuestion, pictureQuestion } from "./choice-questions.ts";
import { attribute, isFenceInOrder, isTask } from "./fence.ts";
import { type BlockNode, type Fence, lineOf, type Reading } from "./markdown.ts";
import type { Question } from "./question.ts";
import { type Parts, partsOf } from "./question-parts.ts";
import { numberQuestion, readAloudQuestion, wordQuestion } from "./typed-questions.ts";

type Type = Question["type"];

const ATTRIBUTES: Readonly<Record<Type, readonly string[]>> = {
  one: [],
  several: [],
  "true-false": [],
  picture: [],
  listen: ["sound", "lang"],
  number: ["answer", "unit", "tolerance"],
  word: ["answer", "accents"],
  order: [],
  match: ["lang"],
  "read-aloud": ["text", "lang", "sound"],
};

function isType(text: string): text is Type {
  return Object.hasOwn(ATTRIBUTES, text);
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
  const parts = partsOf(node, answerOf(type), reading);
  return parts === null ? null : typedQuestion(node, type, parts, reading);
}

function typedQuestion(node: Fence, type: Type, parts: Parts, reading: Reading): Question | null {
  switch (type) {
    case "one":
    case "several":
    case "true-false":
      return choiceQuestion(type, parts, reading);
    case "picture":
      return pictureQuestion(parts, reading);
    case "listen":
      return listenQuestion(node, parts, reading);
    case "number":
      return numberQuestion(node, parts, reading);
    case "word":
      return wordQuestion(node, parts, reading);
    case "order":
      return orderQuestion(parts, reading);
    case "match":
      return matchQuestion(node, parts, reading);
    case "read-aloud":
      return readAloudQuestion(node, parts, reading);
  }
}

/** What holds the answers of a question of this type. */
function answerOf(type: Type): (node: BlockNode) => boolean {
  switch (type) {
    case "order":
      return (node) => node.type === "list" && node.ordered === true;
    case "match":
      return (node) => node.type === "table";
    case "one":
    case "several":
    case "true-false":
    case "picture":
    case "listen":
    case "number":
    case "word":
    case "read-aloud":
      return (node) => node.type === "list" && node.children.some((item) => isTask(item));
  }
}
