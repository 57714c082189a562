import { attribute, isFenceInOrder } from "./fence.ts";
import { type Fence, lineOf, type Reading } from "./markdown.ts";
import { partsOf } from "./question-parts.ts";
import { type Question, type QuestionType, READERS } from "./questions/kinds.ts";

function isType(text: string): text is QuestionType {
  return Object.hasOwn(READERS, text);
}

/** A question out of its fence, or null when an author must mend it first (complained of). */
export function questionOf(node: Fence, reading: Reading): Question | null {
  const type = attribute(node, "type");
  if (!isType(type)) {
    const types = Object.keys(READERS).join(", ");
    reading.complain(lineOf(node), `Câu hỏi cần type là một trong: ${types}.`);
    return null;
  }
  const reader = READERS[type];
  if (!isFenceInOrder(node, ["id", "type", ...reader.attributes], reading)) return null;
  const parts = partsOf(node, (child) => reader.holdsAnswers(child), reading);
  return parts === null ? null : reader.read(parts, reading, node);
}
