import type { Block } from "./block.ts";
import { blocksOf } from "./blocks.ts";
import { attribute, isIdentifier, isLanguage } from "./fence.ts";
import { type BlockNode, type Fence, lineOf, type Reading } from "./markdown.ts";

/** What all questions have, read; `answer` is the list or table that holds what she chooses from. */
export interface Parts {
  readonly id: string;
  readonly line: number;
  readonly prompt: readonly Block[];
  readonly answer: BlockNode | null;
  readonly explanation: readonly Block[];
}

/** A question's parts, or null when an author must mend it first (complained of). */
export function partsOf(
  node: Fence,
  isAnswer: (node: BlockNode) => boolean,
  reading: Reading,
): Parts | null {
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
  const answer = before.findLast((child) => isAnswer(child)) ?? null;
  const at = answer === null ? before.length : before.indexOf(answer);
  if (at === 0) {
    reading.complain(line, `Câu hỏi “${id}” thiếu lời hỏi. Hãy viết lời hỏi trước đáp án.`);
    return null;
  }
  if (answer !== null && at !== before.length - 1) {
    reading.complain(line, `Câu hỏi “${id}”: giữa đáp án và lời giải thích không viết gì thêm.`);
    return null;
  }
  const prompt = blocksOf(before.slice(0, at), reading);
  return { id, line, prompt, answer, explanation: blocksOf(last.children, reading) };
}

/** What a question of every type is made of. */
export function commonOf({ id, prompt, explanation }: Parts) {
  return { id, prompt, explanation };
}

/** The language of what is not Vietnamese; "" when none is written. */
export function languageOf(node: Fence, reading: Reading): string {
  const lang = attribute(node, "lang");
  if (lang !== "" && !isLanguage(lang)) {
    reading.complain(lineOf(node), "Mã tiếng của câu hỏi viết chưa đúng, như lang=en.");
  }
  return lang;
}

export function isWithin(count: number, [fewest, most]: readonly [number, number]): boolean {
  return fewest <= count && count <= most;
}

/** Whether all texts are written and no two alike. */
export function isEachOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length && !texts.includes("");
}
