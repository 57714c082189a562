import { blocksOf } from "./blocks.ts";
import type { Block } from "./block.ts";
import { type Lesson, LessonHead, type QuizRules } from "./course.ts";
import { checkForm, lineOfText } from "./course-file.ts";
import { headOf } from "./head.ts";
import { inlinesOf } from "./inlines.ts";
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
import type { Question } from "./questions/kinds.ts";
import { questionOf } from "./read-question.ts";

/** How many questions are put. */
const QUESTIONS: Readonly<Record<Lesson["kind"], readonly [fewest: number, most: number]>> = {
  lesson: [3, 6],
  final: [8, 12],
};
/** How many there may be to draw those of a final test from. */
const POOL_AT_MOST = 40;

/** A lesson's file read, or null when its head must be mended first; all else is complained of. */
export function lessonOfFile(
  { id, kind }: Pick<Lesson, "id" | "kind">,
  reading: Reading,
): Omit<Lesson, "version"> | null {
  const { source, complain } = reading;
  checkForm(source, complain);
  const root = parseMarkdown(source);
  const head = headOf(root, LessonHead, complain);
  const { body, fences } = parted(root.children.filter(isBlockNode), complain);
  const blocks = [...recallOf(head?.recall, reading), ...blocksOf(body, reading)];
  if (kind === "lesson" && !blocks.some(({ type }) => type === "practice")) {
    complain(1, "Bài học cần một việc làm được ngay. Hãy thêm một khối :::practice{#ma}.");
  }
  const questions = fences.flatMap((fence) => questionOf(fence, reading) ?? []);
  if (head !== null) checkCount(kind, head.quiz, fences.length, reading);
  if (kind === "lesson") adviseOnHelp(blocks, reading.advise);
  checkIds(blocks, fences, complain);
  checkHabits(questions, complain);
  if (head === null) return null;
  const { title, minutes, goal, quiz } = head;
  return { id, kind, title, minutes, goal, quiz, blocks, questions };
}

/** The line of text that recalls the lesson before; words in it may be marked as in the text. */
function recallOf(recall: string | undefined, reading: Reading): readonly Block[] {
  if (recall === undefined) return [];
  const label = { type: "strong", children: [{ type: "text", text: "Bài trước:" }] } as const;
  const [line] = parseMarkdown(recall).children;
  const words =
    line?.type === "paragraph"
      ? inlinesOf(line.children, { ...reading, source: recall })
      : [{ type: "text", text: recall } as const];
  return [{ type: "paragraph", children: [label, { type: "text", text: " " }, ...words] }];
}

function checkCount(
  kind: Lesson["kind"],
  { draw }: QuizRules,
  count: number,
  { source, complain }: Reading,
): void {
  const line = draw === null ? 1 : lineOfText(source, "draw:");
  const name = kind === "lesson" ? "Bài học" : "Bài kiểm tra";
  if (kind === "lesson" && draw !== null) {
    complain(line, "draw chỉ dùng trong bài kiểm tra cuối khóa (final.md). Hãy bỏ đi.");
    return;
  }
  const [fewest, most] = QUESTIONS[kind];
  const put = draw ?? count;
  if (put < fewest || put > most) {
    const told = draw === null ? `đang có ${count}` : `draw đang là ${draw}`;
    complain(line, `${name} cần ${fewest}–${most} câu hỏi, ${told}.`);
  }
  if (draw !== null && count < draw) {
    complain(line, `draw là ${draw} mà chỉ có ${count} câu hỏi. Hãy viết thêm câu hỏi.`);
  }
  if (count > POOL_AT_MOST) {
    complain(line, `${name} có nhiều nhất ${POOL_AT_MOST} câu để rút, đang có ${count}.`);
  }
}

/** What helps whoever reads with difficulty, and is not there. */
function adviseOnHelp(blocks: readonly Block[], advise: Complain): void {
  const isHeard = blocks.some(
    (block) =>
      block.type === "audio" ||
      (block.type === "dialogue" && block.lines.some(({ sound }) => sound !== null)),
  );
  if (!isHeard) advise(1, "Bài chưa có tiếng thu sẵn. Nên thu lời đọc và thêm khối :::audio.");
  if (!blocks.some(({ type }) => type === "picture")) {
    advise(1, "Bài chưa có hình. Nên thêm ít nhất một hình.");
  }
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
  const chosen = questions.flatMap((question) =>
    question.type === "one" || question.type === "picture" || question.type === "listen"
      ? [question]
      : [],
  );
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
