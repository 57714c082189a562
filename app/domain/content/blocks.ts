import type { List, ListItem, Paragraph, PhrasingContent, Table } from "mdast";

import type { Block, Inline } from "./course.ts";
import { inlinesOf } from "./inlines.ts";
import { type BlockNode, type Fence, lineOf, type Reading, sourceOf } from "./markdown.ts";

const REFUSED = {
  code: "Không dùng khối mã, không thụt đầu dòng bốn dấu cách. Hãy viết thành đoạn văn.",
  definition: "Liên kết viết thẳng địa chỉ trong câu: [chữ](https://…).",
  footnoteDefinition: "Không dùng chú thích cuối trang. Hãy viết lời chú vào câu.",
  html: "Không dùng HTML. Hãy viết bằng Markdown.",
  thematicBreak: "Không dùng đường kẻ ngang. Hãy dùng đề mục ##.",
} as const;

type Refused = Extract<BlockNode, { readonly type: keyof typeof REFUSED }>;

function isRefused(node: BlockNode): node is Refused {
  return node.type in REFUSED;
}

/** Blocks of a lesson in reading order. What an author must mend is complained of and left out. */
export function blocksOf(nodes: readonly BlockNode[], reading: Reading): readonly Block[] {
  return nodes.flatMap((node) => blockOf(node, reading));
}

function blockOf(node: BlockNode, reading: Reading): readonly Block[] {
  if (isRefused(node)) {
    reading.complain(lineOf(node), REFUSED[node.type]);
    return [];
  }
  switch (node.type) {
    case "paragraph":
      return paragraphOf(node, reading);
    case "leafDirective":
      return [
        { type: "paragraph", children: [{ type: "text", text: sourceOf(node, reading.source) }] },
      ];
    case "heading":
      if (node.depth === 2 || node.depth === 3) {
        return [
          { type: "heading", level: node.depth, children: inlinesOf(node.children, reading) },
        ];
      }
      reading.complain(lineOf(node), "Đề mục chỉ dùng ## và ###.");
      return [];
    case "list":
      return [{ type: "list", ordered: node.ordered === true, items: itemsOf(node, reading) }];
    case "blockquote":
      return [{ type: "quote", children: blocksOf(node.children, reading) }];
    case "table":
      return [{ type: "table", ...tableOf(node, reading) }];
    case "containerDirective":
      return fenceOf(node, reading);
  }
}

function paragraphOf(node: Paragraph, reading: Reading): readonly Block[] {
  const [first, ...others] = node.children;
  if (first?.type === "image" && others.length === 0) return pictureOf(first, reading);
  if (/^:{3,}/mu.test(sourceOf(node, reading.source))) {
    reading.complain(
      lineOf(node),
      "Dòng ::: viết sai. Mở khối bằng :::ten-khoi liền nhau, đóng khối bằng một dòng :::.",
    );
  }
  return [{ type: "paragraph", children: inlinesOf(node.children, reading) }];
}

function pictureOf(
  { url, alt, title, position }: Extract<PhrasingContent, { readonly type: "image" }>,
  reading: Reading,
): readonly Block[] {
  const line = lineOf({ position });
  const file = reading.pictures.get(url);
  if (file === undefined) {
    reading.complain(
      line,
      `Không tìm thấy hình “${url}”. Hãy đặt tệp vào media/ và viết đúng tên.`,
    );
    return [];
  }
  if (!file.usable) {
    reading.complain(line, `Hình “${url}” ${file.why}`);
    return [];
  }
  if (!alt) {
    reading.complain(line, `Hình “${url}” thiếu mô tả. Hãy viết mô tả trong dấu [ ].`);
  }
  const { width, height, bytes } = file;
  return [
    { type: "picture", src: url, alt: alt ?? "", caption: title ?? "", width, height, bytes },
  ];
}

function itemsOf({ children }: List, reading: Reading): readonly (readonly Block[])[] {
  return children.map((item) => {
    if (isTask(item)) {
      reading.complain(lineOf(item), "Ô chọn - [ ] chỉ dùng trong câu hỏi. Hãy viết dấu - thường.");
    }
    return blocksOf(item.children, reading);
  });
}

/** Whether an item is written `- [ ]` or `- [x]`. */
export function isTask({ checked }: ListItem): boolean {
  return typeof checked === "boolean";
}

interface Cells {
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

function tableOf({ children }: Table, reading: Reading): Cells {
  const [head = [], ...rows] = children.map((row) =>
    row.children.map((cell) => inlinesOf(cell.children, reading)),
  );
  return { head, rows };
}

/** What the fences of a lesson are and which attributes they take; `question` is read elsewhere. */
const FENCES = {
  steps: [],
  warning: [],
  tip: [],
  practice: ["id"],
  dialogue: ["lang"],
  vocabulary: ["lang"],
} as const;

function isFenceName(name: string): name is keyof typeof FENCES {
  return Object.hasOwn(FENCES, name);
}

function fenceOf(node: Fence, reading: Reading): readonly Block[] {
  const { name } = node;
  if (name === "question") {
    reading.complain(
      lineOf(node),
      "Câu hỏi phải đứng riêng ở cuối bài. Hãy xem khối phía trên đã có dòng ::: đóng chưa.",
    );
    return [];
  }
  if (!isFenceName(name)) {
    const known = Object.keys(FENCES).join(", :::");
    reading.complain(lineOf(node), `Không có khối “:::${name}”. Hãy dùng một trong: :::${known}.`);
    return [];
  }
  if (!isWholeFence(node, FENCES[name], reading)) return [];
  switch (name) {
    case "steps":
      return stepsOf(node, reading);
    case "warning":
    case "tip":
      return [{ type: name, children: blocksOf(node.children, reading) }];
    case "practice":
      return [
        { type: name, id: attribute(node, "id"), children: blocksOf(node.children, reading) },
      ];
    case "dialogue":
      return dialogueOf(node, reading);
    case "vocabulary":
      return vocabularyOf(node, reading);
  }
}

/** An attribute's text; "" when it is not written. */
export function attribute(node: Fence, name: string): string {
  return node.attributes?.[name] ?? "";
}

/**
 * Whether a fence is closed, holds something and carries no foreign attribute; else it complains.
 * @param attributes those it takes
 */
export function isFenceInOrder(
  node: Fence,
  attributes: readonly string[],
  reading: Reading,
): boolean {
  const line = lineOf(node);
  const last = sourceOf(node, reading.source).trimEnd().split("\n").at(-1) ?? "";
  if (!/(?:^|\s):{3,}$/u.test(last)) {
    reading.complain(
      line,
      `Khối “:::${node.name}” hoặc khối chứa nó chưa đóng. Hãy thêm một dòng ::: ở cuối khối.`,
    );
    return false;
  }
  const foreign = Object.keys(node.attributes ?? {}).find((name) => !attributes.includes(name));
  if (foreign !== undefined) {
    reading.complain(line, `Khối “:::${node.name}” không có thuộc tính “${foreign}”. Hãy bỏ đi.`);
  }
  if (node.children.length === 0) {
    reading.complain(line, `Khối “:::${node.name}” để trống. Hãy viết nội dung hoặc bỏ khối.`);
    return false;
  }
  return true;
}

const IDENTIFIER = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
const LANGUAGE = /^[a-z]{2,3}$/u;

function isWholeFence(node: Fence, attributes: readonly string[], reading: Reading): boolean {
  if (!isFenceInOrder(node, attributes, reading)) return false;
  if (attributes.includes("id") && !isIdentifier(attribute(node, "id"))) {
    reading.complain(lineOf(node), `Khối “:::${node.name}” cần mã không dấu, như {#thu-quet}.`);
    return false;
  }
  if (attributes.includes("lang") && !LANGUAGE.test(attribute(node, "lang"))) {
    reading.complain(lineOf(node), `Khối “:::${node.name}” cần mã tiếng, như {lang=en}.`);
    return false;
  }
  return true;
}

/** Whether a text can name a practice or a question: "q1", "thu-quet". */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

function stepsOf(node: Fence, reading: Reading): readonly Block[] {
  const [list, ...others] = node.children;
  if (list?.type !== "list" || list.ordered !== true || others.length > 0) {
    reading.complain(lineOf(node), "Khối “:::steps” chỉ gồm một danh sách đánh số 1. 2. 3.");
    return [];
  }
  return [{ type: "steps", items: itemsOf(list, reading) }];
}

function dialogueOf(node: Fence, reading: Reading): readonly Block[] {
  const [list, ...others] = node.children;
  if (list?.type !== "list" || others.length > 0) {
    reading.complain(lineOf(node), "Khối “:::dialogue” chỉ gồm các dòng - **Người nói:** lời nói.");
    return [];
  }
  const lines = list.children.flatMap((item) => {
    const [line, ...more] = item.children;
    if (line?.type === "paragraph" && more.length === 0) return [inlinesOf(line.children, reading)];
    reading.complain(lineOf(item), "Mỗi lời trong hội thoại là một dòng, không xuống đoạn.");
    return [];
  });
  return [{ type: "dialogue", lang: attribute(node, "lang"), lines }];
}

function vocabularyOf(node: Fence, reading: Reading): readonly Block[] {
  const [table, ...others] = node.children;
  if (table?.type !== "table" || others.length > 0) {
    reading.complain(lineOf(node), "Khối “:::vocabulary” chỉ gồm một bảng | Từ | … | Nghĩa |.");
    return [];
  }
  return [{ type: "vocabulary", lang: attribute(node, "lang"), ...tableOf(table, reading) }];
}
