import { type Block, type Inline, plainText, type Question } from "#app/domain/content/index.ts";

import { type Checked, type Finding, fileOf, findingAt } from "./finding.ts";

type Cells = readonly (readonly Inline[])[];

interface Told {
  /** Where it stands in the file; "" for its first line. */
  readonly text: string;
  readonly message: string;
}

/** Ids that the page around a lesson has itself: that of its main part. */
const IDS_OF_THE_PAGE = new Set(["noi-dung"]);

/** What a reader aloud stumbles over, and the text of a course can bring about. */
export function checkBarriers(checked: Checked): readonly Finding[] {
  const { introduction, groupSheet, glossary, lessons, final } = checked.course;
  const files: readonly (readonly [file: string, blocks: readonly Block[]])[] = [
    ["course.md", introduction],
    ...[...lessons, final].map(({ id, blocks }) => [fileOf(checked, id), blocks] as const),
    ["nhom.md", groupSheet?.blocks ?? []],
    ["tu-kho.md", glossary?.blocks ?? []],
  ];
  const questions = [...lessons, final].map(
    (lesson) => [fileOf(checked, lesson.id), lesson.questions.flatMap(partsOf)] as const,
  );
  return [...files, ...questions].flatMap(([file, blocks]) =>
    [...headingFindings(blocks), ...blocks.flatMap((block) => blockFindings(block))].map(
      ({ text, message }) => findingAt(checked, { file, text }, message),
    ),
  );
}

function partsOf({ prompt, explanation }: Question): readonly Block[] {
  return [...prompt, ...explanation];
}

/** Under the title of the page come headings of the second level, under these the third. */
function headingFindings(blocks: readonly Block[]): readonly Told[] {
  const headings = blocks.flatMap((block) => (block.type === "heading" ? [block] : []));
  return headings.flatMap(({ level, children }, at) => {
    const before = headings[at - 1]?.level ?? 1;
    const text = plainText(children);
    return [
      ...(text === "" ? [{ text: "#", message: "Đề mục để trống. Hãy viết chữ hoặc bỏ đi." }] : []),
      ...(level > before + 1
        ? [
            {
              text,
              message: `Đề mục “${text}” nhảy bậc: ### phải đứng sau một đề mục ##. Hãy viết ##.`,
            },
          ]
        : []),
    ];
  });
}

// oxlint-disable-next-line eslint/complexity -- one case for each kind of block
function blockFindings(block: Block): readonly Told[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return linkFindings(block.children);
    case "list":
    case "steps":
      return block.items.flatMap((item) => [
        ...(plainText(item) === ""
          ? [{ text: "", message: "Danh sách có một dòng để trống. Hãy viết chữ hoặc bỏ đi." }]
          : []),
        ...item.flatMap((inner) => blockFindings(inner)),
      ]);
    case "practice":
      return [
        ...(IDS_OF_THE_PAGE.has(block.id)
          ? [{ text: `#${block.id}`, message: `Mã “${block.id}” trang đã dùng. Hãy đổi mã khác.` }]
          : []),
        ...block.children.flatMap((inner) => blockFindings(inner)),
      ];
    case "quote":
    case "warning":
    case "tip":
    case "audio":
    case "download":
      return block.children.flatMap((inner) => blockFindings(inner));
    case "table":
      return tableFindings(block.head, block.rows);
    case "vocabulary":
      return tableFindings(
        block.head,
        block.words.map(({ cells }) => cells),
      );
    case "dialogue":
      return block.lines.flatMap(({ said, meaning }) => linkFindings([...said, ...meaning]));
    case "picture":
      return [];
  }
}

/** A column and a row are named by their first cell; a cell outside of all columns has no name. */
function tableFindings(head: Cells, rows: readonly Cells[]): readonly Told[] {
  const columns = head.map((cell) => plainText(cell));
  const text = columns.find((cell) => cell !== "") ?? "|";
  return [
    ...(columns.includes("")
      ? [{ text, message: "Bảng có ô đầu cột để trống. Hãy viết tên cho mọi cột." }]
      : []),
    ...rows.flatMap((row) => {
      const [first = []] = row;
      const named = row.map((cell) => plainText(cell)).find((cell) => cell !== "") ?? text;
      return [
        ...(plainText(first) === ""
          ? [{ text: named, message: "Bảng có ô đầu hàng để trống. Hãy viết tên cho hàng." }]
          : []),
        ...(row.length > head.length
          ? [{ text: named, message: "Hàng này nhiều ô hơn số cột. Hãy xem lại các dấu |." }]
          : []),
      ];
    }),
    ...[...head, ...rows.flat()].flatMap((cell) => linkFindings(cell)),
  ];
}

function linkFindings(inlines: readonly Inline[]): readonly Told[] {
  return inlines.flatMap((inline): readonly Told[] => {
    if (inline.type === "text" || inline.type === "break") return [];
    if (inline.type !== "link") return linkFindings(inline.children);
    return plainText(inline.children) === ""
      ? [{ text: inline.href, message: `Liên kết ${inline.href} không có chữ để bấm.` }]
      : [];
  });
}
