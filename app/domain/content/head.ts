import type { Root } from "mdast";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

import type { Complain } from "./problem.ts";

/** The first line of the YAML is the second of the file, below `---`. */
const FIRST_LINE = 2;

/** The head of a file, parsed, or null when an author must mend it first (complained of). */
export function headOf<Head>(root: Root, schema: z.ZodType<Head>, complain: Complain): Head | null {
  const [first] = root.children;
  if (first?.type !== "yaml") {
    complain(1, "Tệp phải bắt đầu bằng phần đầu giữa hai dòng ---.");
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(first.value, { lineCounter: lines });
  for (const { pos, message } of document.errors) {
    const reason = message.split("\n")[0] ?? "";
    complain(
      lines.linePos(pos[0]).line + FIRST_LINE - 1,
      `Phần đầu viết sai YAML, xem lại dấu hai chấm và ngoặc kép (${reason})`,
    );
  }
  if (document.errors.length > 0) return null;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const offset = offsetOf(document, issue.path);
    complain(lines.linePos(offset).line + FIRST_LINE - 1, wordsOf(issue));
  }
  return null;
}

/** Where the named item stands; where its nearest parent does when it is missing. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function wordsOf(issue: z.core.$ZodIssue): string {
  const name = issue.path.join(".");
  switch (issue.code) {
    case "too_small":
      return `Mục “${name}” quá ngắn hoặc quá nhỏ: ít nhất ${String(issue.minimum)}${unitOf(issue.origin)}.`;
    case "too_big":
      return `Mục “${name}” quá dài hoặc quá lớn: nhiều nhất ${String(issue.maximum)}${unitOf(issue.origin)}.`;
    case "unrecognized_keys":
      return `Không có mục “${issue.keys.join("”, “")}”. Hãy bỏ đi hoặc sửa tên mục.`;
    case "invalid_value":
      return `Mục “${name}” phải là một trong: ${issue.values.join(", ")}.`;
    case "invalid_type":
      return `Mục “${name}” còn thiếu hoặc sai kiểu. Hãy viết như mẫu trong content/README.md.`;
    case "custom":
    case "invalid_element":
    case "invalid_format":
    case "invalid_key":
    case "invalid_union":
    case "not_multiple_of":
      return `Mục “${name}” viết chưa đúng. Hãy viết như mẫu trong content/README.md.`;
  }
}

function unitOf(origin: string): string {
  if (origin === "string") return " chữ cái";
  return origin === "array" ? " dòng" : "";
}
