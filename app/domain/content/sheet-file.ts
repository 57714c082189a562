import { blocksOf } from "./blocks.ts";
import { type Sheet, SheetHead } from "./course.ts";
import { checkForm } from "./course-file.ts";
import { headOf } from "./head.ts";
import { isBlockNode, lineOf, parseMarkdown, type Reading } from "./markdown.ts";

/** `nhom.md` read, or null when its head must be mended first; all else is complained of. */
export function groupSheetOfFile(reading: Reading): Sheet | null {
  const { root, sheet } = sheetOf(reading);
  const fence = root.children.find(({ type }) => type === "containerDirective");
  if (fence !== undefined) {
    const mend = "Tờ hướng dẫn nhóm viết bằng đề mục, danh sách, bảng. Hãy bỏ khối :::.";
    reading.complain(lineOf(fence), mend);
  }
  if (sheet?.blocks.length === 0) {
    reading.complain(1, "Tờ hướng dẫn nhóm để trống. Hãy viết phần chuẩn bị và các bước.");
  }
  return sheet;
}

const FEWEST_WORDS = 5;
const COLUMNS = 2;

/** `tu-kho.md` read, or null when its head must be mended first; all else is complained of. */
export function glossaryOfFile(reading: Reading): Sheet | null {
  const { sheet } = sheetOf(reading);
  if (sheet === null) return null;
  const [table, ...others] = sheet.blocks;
  const isInShape =
    table?.type === "table" &&
    others.length === 0 &&
    table.rows.length >= FEWEST_WORDS &&
    [table.head, ...table.rows].every(({ length }) => length === COLUMNS);
  if (!isInShape) {
    const mend = `Tệp từ khó chỉ gồm một bảng hai cột | Từ | Nghĩa |, ít nhất ${FEWEST_WORDS} từ.`;
    reading.complain(1, mend);
  }
  return sheet;
}

function sheetOf(reading: Reading) {
  const { source, complain } = reading;
  checkForm(source, complain);
  const root = parseMarkdown(source);
  const head = headOf(root, SheetHead, complain);
  const blocks = blocksOf(root.children.filter(isBlockNode), reading);
  return { root, sheet: head === null ? null : { ...head, blocks } };
}
