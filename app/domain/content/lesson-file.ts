import { blocksOf } from "./blocks.ts";
import { type Block, type Lesson, LessonHead, type Question } from "./course.ts";
import { checkForm } from "./course-file.ts";
import { headOf } from "./head.ts";
import {
  type BlockNode,
  type Fence,
  isBlockNode,
  lineOf,
  parseMarkdown,
  type Reading,
} from "./markdown.ts";
import { plainText } from "./plain-text.ts";
import type { Complain } from "./problem.ts";
import { questionOf } from "./questions.ts";

const QUESTIONS: Readonly<Record<Lesson["kind"], readonly [fewest: number, most: number]>> = {
  lesson: [3, 5],
  final: [8, 12],
};

/** A lesson's file read, or null when its head must be mended first; all else is complained of. */
export function lessonOfFile(
  { id, kind, version }: Pick<Lesson, "id" | "kind" | "version">,
  reading: Reading,
): Lesson | null {
  const { source, complain } = reading;
  checkForm(source, complain);
  const root = parseMarkdown(source);
  const head = headOf(root, LessonHead, complain);
  const { body, fences } = parted(root.children.filter(isBlockNode), complain);
  const blocks = blocksOf(body, reading);
  if (kind === "lesson" && !blocks.some(({ type }) => type === "practice")) {
    complain(1, "Bài học cần một việc làm được ngay. Hãy thêm một khối :::practice{#ma}.");
  }
  const questions = fences.flatMap((fence) => questionOf(fence, reading) ?? []);
  const [fewest, most] = QUESTIONS[kind];
  if (fences.length < fewest || fences.length > most) {
    const name = kind === "lesson" ? "Bài học" : "Bài kiểm tra";
    complain(1, `${name} cần ${fewest}–${most} câu hỏi, đang có ${fences.length}.`);
  }
  checkIds(blocks, fences, complain);
  checkHabits(questions, complain);
  return head === null ? null : { id, kind, version, ...head, blocks, questions };
}

/** The body, and the questions that must all stand after it. */
function parted(
  nodes: readonly BlockNode[],
  complain: Complain,
): { readonly body: readonly BlockNode[]; readonly fences: readonly Fence[] } {
  const fences = nodes.filter(isQuestion);
  const [first] = fences;
  const body = nodes.filter((node) => !isQuestion(node));
  const late = first === undefined ? undefined : body.find((node) => lineOf(node) > lineOf(first));
  if (late !== undefined) {
    complain(lineOf(late), "Sau câu hỏi không có gì khác. Hãy đưa phần này lên trước các câu hỏi.");
  }
  return { body, fences };
}

function isQuestion(node: BlockNode): node is Fence {
  return node.type === "containerDirective" && node.name === "question";
}

function checkIds(blocks: readonly Block[], fences: readonly Fence[], complain: Complain): void {
  const seen = new Set(blocks.flatMap((block) => (block.type === "practice" ? [block.id] : [])));
  const practices = blocks.filter(({ type }) => type === "practice").length;
  if (seen.size < practices) complain(1, "Hai khối “:::practice” trùng mã. Hãy đổi một mã.");
  for (const fence of fences) {
    const id = fence.attributes?.["id"] ?? "";
    if (id !== "" && seen.has(id)) {
      complain(lineOf(fence), `Mã “${id}” đã dùng trong bài. Hãy đổi sang mã khác.`);
    }
    seen.add(id);
  }
}

/** So many questions of one kind show a habit; fewer may be chance. */
const HABIT = 3;

/** A right answer that can be told by its place or its length teaches nothing. */
function checkHabits(questions: readonly Question[], complain: Complain): void {
  const chosen = questions.flatMap((question) => (question.type === "one" ? [question] : []));
  if (chosen.length < HABIT) return;
  const places = chosen.map(({ choices }) => choices.findIndex(({ correct }) => correct));
  if (new Set(places).size === 1) {
    complain(1, "Đáp án đúng luôn ở cùng một vị trí. Hãy đổi chỗ vài câu.");
  }
  const longest = chosen.every(({ choices }, index) => {
    const lengths = choices.map(({ text }) => plainText(text).length);
    const right = lengths[places[index] ?? 0] ?? 0;
    return lengths.every((length, place) => place === places[index] || length < right);
  });
  if (longest) complain(1, "Đáp án đúng luôn là câu dài nhất. Hãy viết câu sai dài hơn ở vài câu.");
}
