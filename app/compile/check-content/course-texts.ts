import {
  type Block,
  type Course,
  type Inline,
  plainText,
  questionWords,
} from "#app/domain/content/index.ts";
import type { Lesson, Question, Sheet } from "#app/domain/content/index.ts";

/** Words of a course as they stand together: a paragraph, a cell, a choice. */
export interface CourseText {
  /** From the course's folder: "01-ma-qr-la-gi.md". */
  readonly file: string;
  readonly text: string;
  /** Without what is set in bold or italics: where a language is taught, its words are. */
  readonly unmarked: string;
  /** The same with its marks; none where there can be none, as in a title. */
  readonly inlines: readonly Inline[];
  /** "vi", or what its author said of it. */
  readonly lang: string;
  /**
   * "alt": what is seen in a picture; "reading": how a foreign word is read, by Vietnamese letters,
   * no words of any language.
   */
  readonly kind: "prose" | "alt" | "reading";
}

type Piece = Omit<CourseText, "file">;

/** The names of a course's files by the ids of its lessons. */
export type LessonFiles = ReadonlyMap<string, string>;

/** All words of a course, in reading order. */
export function textsOf(course: Course, files: LessonFiles): readonly CourseText[] {
  const { title, summary, level, needs, outcomes, introduction, groupSheet, glossary } = course;
  const { audience = "" } = course;
  const lessons = [...course.lessons, course.final];
  return [
    ...inFile("course.md", [
      ...[title, summary, level, audience, ...needs, ...outcomes].map((text) => prose(text)),
      ...blocksText(introduction),
    ]),
    ...lessons.flatMap((lesson) => inFile(files.get(lesson.id) ?? "", lessonText(lesson))),
    ...sheetText("nhom.md", groupSheet),
    ...sheetText("tu-kho.md", glossary),
  ];
}

function inFile(file: string, pieces: readonly Piece[]): readonly CourseText[] {
  return pieces.map((piece) => ({ ...piece, file })).filter(({ text }) => text !== "");
}

function prose(text: string, lang = "vi"): Piece {
  return { text, unmarked: text, inlines: [], lang: lang === "" ? "vi" : lang, kind: "prose" };
}

function sheetText(file: string, sheet: Sheet | null): readonly CourseText[] {
  return sheet === null ? [] : inFile(file, [prose(sheet.title), ...blocksText(sheet.blocks)]);
}

function lessonText({ title, goal, blocks, questions }: Lesson): readonly Piece[] {
  return [
    prose(title),
    prose(goal),
    ...blocksText(blocks),
    ...questions.flatMap((question) => questionText(question)),
  ];
}

function blocksText(blocks: readonly Block[]): readonly Piece[] {
  return blocks.flatMap((block) => blockText(block));
}

// oxlint-disable-next-line eslint/complexity -- one case for each kind of block
function blockText(block: Block): readonly Piece[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [inlineText(block.children)];
    case "list":
    case "steps":
      return block.items.flatMap((item) => blocksText(item));
    case "quote":
    case "warning":
    case "tip":
    case "practice":
    case "audio":
    case "download":
      return blocksText(block.children);
    case "picture":
      return [{ ...prose(block.alt), kind: "alt" }, prose(block.caption)];
    case "table":
      return [block.head, ...block.rows].flat().map((cell) => inlineText(cell));
    case "dialogue":
      return block.lines.flatMap(({ speaker, said, meaning }) => [
        inlineText(speaker),
        inlineText(said, block.lang),
        inlineText(meaning),
      ]);
    case "vocabulary":
      return [
        ...block.head.map((cell) => inlineText(cell)),
        ...block.words.flatMap(({ cells }) => wordText(cells, block.lang)),
      ];
  }
}

/** A word, how it is read where there are three columns, and what it means. */
function wordText(cells: readonly (readonly Inline[])[], lang: string): readonly Piece[] {
  const last = cells.length - 1;
  return cells.map((cell, column) => {
    if (column === 0) return inlineText(cell, lang);
    return column < last && lang !== "vi"
      ? { ...inlineText(cell), kind: "reading" }
      : inlineText(cell);
  });
}

function inlineText(inlines: readonly Inline[], lang = "vi"): Piece {
  const unmarked = plainText(inlines.filter(({ type }) => type === "text" || type === "break"));
  return { ...prose(plainText(inlines), lang), unmarked, inlines };
}

function questionText(question: Question): readonly Piece[] {
  return [
    ...blocksText(question.prompt),
    ...blocksText(question.explanation),
    ...questionWords(question).map(({ text, lang }) => inlineText(text, lang)),
  ];
}
