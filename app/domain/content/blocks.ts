import type { List, Paragraph, PhrasingContent, Table } from "mdast";

import type { Block, Inline } from "./block.ts";
import { attribute, isTask, isWholeFence } from "./fence.ts";
import { inlinesOf } from "./inlines.ts";
import { type BlockNode, type Fence, lineOf, type Reading, sourceOf } from "./markdown.ts";
import { pictureAt } from "./media-at.ts";
import { audioOf, downloadOf, RECORDED_LANGUAGES } from "./media-fences.ts";
import { plainText } from "./plain-text.ts";
import { dialogueOf, vocabularyOf } from "./word-fences.ts";

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
  const children = inlinesOf(node.children, reading);
  adviseOnLength(plainText(children), lineOf(node), reading);
  return [{ type: "paragraph", children }];
}

const WORDS_AT_MOST = 20;

/** A sentence that is read by syllables has to be short. */
function adviseOnLength(text: string, line: number, reading: Reading): void {
  for (const sentence of text.split(/(?<=[.!?…:;])\s+/u)) {
    const words = sentence.split(/\s+/u);
    if (words.length <= WORDS_AT_MOST) continue;
    reading.advise(
      line,
      `Câu dài ${words.length} tiếng: “${words.slice(0, 6).join(" ")}…”. Nên cắt thành câu ngắn, nhiều nhất ${WORDS_AT_MOST} tiếng.`,
    );
  }
}

function pictureOf(
  { url, alt, title, position }: Extract<PhrasingContent, { readonly type: "image" }>,
  reading: Reading,
): readonly Block[] {
  const picture = pictureAt(url, alt ?? "", lineOf({ position }), reading);
  return picture === null ? [] : [{ type: "picture", ...picture, caption: title ?? "" }];
}

function itemsOf({ children }: List, reading: Reading): readonly (readonly Block[])[] {
  return children.map((item) => {
    if (isTask(item)) {
      reading.complain(lineOf(item), "Ô chọn - [ ] chỉ dùng trong câu hỏi. Hãy viết dấu - thường.");
    }
    return blocksOf(item.children, reading);
  });
}

const RULED_COLUMNS = 5;

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

/** A table of at most five columns that stays one on a phone. */
function ruledOf(node: Fence, reading: Reading): readonly Block[] {
  const [table, ...others] = node.children;
  if (table?.type !== "table" || others.length > 0) {
    reading.complain(lineOf(node), "Khối “:::ruled” chỉ gồm một bảng.");
    return [];
  }
  const cells = tableOf(table, reading);
  if (cells.head.length > RULED_COLUMNS) {
    reading.complain(
      lineOf(node),
      `Bảng trong “:::ruled” có nhiều nhất ${RULED_COLUMNS} cột thì mới vừa điện thoại.`,
    );
  }
  return [{ type: "table", ruled: true, ...cells }];
}

/** What the fences of a lesson are and which attributes they take; `question` is read elsewhere. */
const FENCES = {
  steps: [],
  ruled: [],
  warning: [],
  tip: [],
  practice: ["id"],
  dialogue: ["lang"],
  vocabulary: ["lang"],
  audio: RECORDED_LANGUAGES,
  download: ["file"],
} as const;

function isFenceName(name: string): name is keyof typeof FENCES {
  return Object.hasOwn(FENCES, name);
}

/** Which fence it is, or nothing (complained of). */
function fenceName({ name, ...node }: Fence, reading: Reading): keyof typeof FENCES | null {
  if (isFenceName(name)) return name;
  const known = Object.keys(FENCES).join(", :::");
  reading.complain(
    lineOf(node),
    name === "question"
      ? "Câu hỏi phải đứng riêng ở cuối bài. Hãy xem khối phía trên đã có dòng ::: đóng chưa."
      : `Không có khối “:::${name}”. Hãy dùng một trong: :::${known}.`,
  );
  return null;
}

function fenceOf(node: Fence, reading: Reading): readonly Block[] {
  const name = fenceName(node, reading);
  if (name === null || !isWholeFence(node, FENCES[name], reading)) return [];
  switch (name) {
    case "steps":
      return stepsOf(node, reading);
    case "ruled":
      return ruledOf(node, reading);
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
    case "audio":
      return audioOf(node, blocksOf(node.children, reading), reading);
    case "download":
      return downloadOf(node, blocksOf(node.children, reading), reading);
  }
}

function stepsOf(node: Fence, reading: Reading): readonly Block[] {
  const [list, ...others] = node.children;
  if (list?.type !== "list" || list.ordered !== true || others.length > 0) {
    reading.complain(lineOf(node), "Khối “:::steps” chỉ gồm một danh sách đánh số 1. 2. 3.");
    return [];
  }
  return [{ type: "steps", items: itemsOf(list, reading) }];
}
