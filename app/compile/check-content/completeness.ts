import { type Block, plainText } from "#app/domain/content/index.ts";

import { type Checked, type Finding, fileOf } from "./finding.ts";
import { syllables } from "./sentences.ts";

const FEWEST_LESSONS = 6;
const MINUTES = [5, 12] as const;
const FEWEST_PRACTICES = 2;
const FEWEST_WORDS = 8;
const MOST_WORDS = 25;
const FEWEST_PICTURES = 1;
/** Words that say what is seen; fewer are a name. */
const FEWEST_ALT = 4;

/** What a finished course has, and this one lacks. */
export function checkCompleteness(checked: Checked): readonly Finding[] {
  return [...coverFindings(checked), ...sheetFindings(checked), ...lessonFindings(checked)];
}

function missing(file: string, what: readonly (readonly [isMissing: boolean, message: string])[]) {
  return what.flatMap(([isMissing, message]) => (isMissing ? [{ file, line: 1, message }] : []));
}

function coverFindings({ course }: Checked): readonly Finding[] {
  const { audience, cover, indicators, subject, frameworks, lessons } = course;
  const isOfFramework = subject === "digital" || subject === "language";
  return missing("course.md", [
    [audience === undefined, "Thiếu audience: khóa học dành cho ai."],
    [cover === null, "Thiếu cover: hình bìa media/bia.svg."],
    [indicators.length === 0, "Thiếu indicators: khóa học giúp chỉ số nào của Công dân học tập."],
    [isOfFramework && frameworks.length === 0, "Thiếu frameworks: khóa học theo khung nào."],
    [
      lessons.length < FEWEST_LESSONS,
      `Khóa học cần ít nhất ${FEWEST_LESSONS} bài, đang có ${lessons.length}.`,
    ],
  ]);
}

function sheetFindings({ course }: Checked): readonly Finding[] {
  const { groupSheet, glossary, lessons } = course;
  const headings = (groupSheet?.blocks ?? []).flatMap((block) =>
    block.type === "heading" ? [plainText(block.children)] : [],
  );
  const left = lessons.flatMap((_, at) =>
    headings.some((heading) => new RegExp(`(?:Bài|bài|Buổi).*\\b${at + 1}\\b`, "u").test(heading))
      ? []
      : [at + 1],
  );
  const [table] = glossary?.blocks ?? [];
  const words = table?.type === "table" ? table.rows.length : 0;
  return [
    ...missing("nhom.md", [
      [groupSheet === null, "Thiếu tờ hướng dẫn cho người dạy nhóm không có điện thoại."],
      [
        groupSheet !== null && left.length > 0,
        `Thiếu phần dạy bài ${left.join(", ")}: cần một đề mục “## Bài …” cho mỗi bài.`,
      ],
    ]),
    ...missing("tu-kho.md", [
      [glossary === null, "Thiếu bảng từ khó."],
      [
        glossary !== null && (words < FEWEST_WORDS || words > MOST_WORDS),
        `Bảng từ khó cần ${FEWEST_WORDS}–${MOST_WORDS} từ, đang có ${words}.`,
      ],
    ]),
  ];
}

function lessonFindings(checked: Checked): readonly Finding[] {
  const [fewest, most] = MINUTES;
  return checked.course.lessons.flatMap(({ id, minutes, blocks }, at) => {
    const practices = blocks.filter(({ type }) => type === "practice").length;
    const pictures = picturesIn(blocks);
    const hasRecall =
      blocks[0]?.type === "paragraph" && plainText(blocks.slice(0, 1)).startsWith("Bài trước:");
    const weak = pictures.filter(
      ({ alt }) => syllables(alt) < FEWEST_ALT || /^(?:Hình|Ảnh) /u.test(alt),
    );
    return missing(fileOf(checked, id), [
      [minutes < fewest || minutes > most, `Bài dài ${minutes} phút, cần ${fewest}–${most} phút.`],
      [at > 0 && !hasRecall, "Thiếu recall: một câu nhắc bài trước."],
      [
        practices < FEWEST_PRACTICES,
        `Bài có ${practices} việc làm thật (:::practice), cần ít nhất ${FEWEST_PRACTICES}.`,
      ],
      [pictures.length < FEWEST_PICTURES, "Bài chưa có hình."],
      ...weak.map(
        ({ alt }) => [true, `Mô tả hình “${alt}” chưa nói rõ thấy gì trong hình.`] as const,
      ),
    ]);
  });
}

interface Seen {
  readonly alt: string;
}

function picturesIn(blocks: readonly Block[]): readonly Seen[] {
  return blocks.flatMap((block): readonly Seen[] => {
    if (block.type === "picture") return [block];
    if (block.type === "list" || block.type === "steps") {
      return block.items.flatMap((item) => picturesIn(item));
    }
    if (block.type === "vocabulary") {
      return block.words.flatMap(({ picture }) => (picture === null ? [] : [picture]));
    }
    return "children" in block && block.type !== "paragraph" && block.type !== "heading"
      ? picturesIn(block.children)
      : [];
  });
}
