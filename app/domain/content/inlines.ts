import type { PhrasingContent } from "mdast";

import type { Inline } from "./block.ts";
import { lineOf, type Reading, sourceOf } from "./markdown.ts";

const REFUSED = {
  delete: "Không dùng chữ gạch ngang (~~). Hãy bỏ hai dấu ~~.",
  footnoteReference: "Không dùng chú thích cuối trang. Hãy viết lời chú vào câu.",
  html: "Không dùng HTML. Hãy viết bằng Markdown.",
  image: "Hình phải đứng riêng một đoạn. Hãy để một dòng trống trước và sau hình.",
  imageReference: "Hình viết thẳng tên tệp: ![mô tả](media/ten-hinh.svg).",
  inlineCode: "Không dùng dấu ` quanh chữ. Hãy dùng **chữ đậm**.",
  linkReference: "Liên kết viết thẳng địa chỉ: [chữ](https://…).",
} as const;

/** Languages that words amid Vietnamese may be marked as. */
const FOREIGN = ["en", "zh", "hmn", "ium", "tyz", "blt", "jra", "bdq"] as const;

type Refused = Extract<PhrasingContent, { readonly type: keyof typeof REFUSED }>;

function isRefused(node: PhrasingContent): node is Refused {
  return node.type in REFUSED;
}

/**
 * Words with their marks. A bare address stays text, so that the false addresses of a lesson on
 * fraud cannot be opened; so does a colon that Markdown takes for a directive ("lưu ý:đọc").
 */
export function inlinesOf(nodes: readonly PhrasingContent[], reading: Reading): readonly Inline[] {
  const inlines: Inline[] = [];
  for (const inline of nodes.flatMap((node) => inlineOf(node, reading))) {
    const last = inlines.at(-1);
    if (last?.type === "text" && inline.type === "text") {
      inlines[inlines.length - 1] = { type: "text", text: last.text + inline.text };
    } else {
      inlines.push(inline);
    }
  }
  return inlines;
}

function inlineOf(node: PhrasingContent, reading: Reading): readonly Inline[] {
  if (isRefused(node)) {
    reading.complain(lineOf(node), REFUSED[node.type]);
    return [];
  }
  switch (node.type) {
    case "text":
      return [{ type: "text", text: node.value.replaceAll(/\s*\n\s*/gu, " ") }];
    case "break":
      return [{ type: "break" }];
    case "strong":
    case "emphasis":
      return [{ type: node.type, children: inlinesOf(node.children, reading) }];
    case "textDirective":
      return [foreignOf(node, reading) ?? { type: "text", text: sourceOf(node, reading.source) }];
    case "link":
      return linkOf(node, reading);
  }
}

/** ":en[**Hello!**]"; a colon that opens nothing of the kind is a colon. */
function foreignOf(
  { name, children }: Extract<PhrasingContent, { readonly type: "textDirective" }>,
  reading: Reading,
): Inline | undefined {
  const lang = FOREIGN.find((each) => each === name);
  if (lang === undefined || children.length === 0) return undefined;
  return { type: "foreign", lang, children: inlinesOf(children, reading) };
}

function linkOf(
  node: Extract<PhrasingContent, { readonly type: "link" }>,
  reading: Reading,
): readonly Inline[] {
  const written = sourceOf(node, reading.source);
  if (!/^[[<]/u.test(written)) return [{ type: "text", text: written }];
  if (!/^(?:https?:\/\/|tel:|mailto:)/u.test(node.url)) {
    reading.complain(
      lineOf(node),
      `Liên kết “${node.url}” không dùng được. Hãy bắt đầu bằng https://, tel: hoặc mailto:.`,
    );
  }
  return [{ type: "link", href: node.url, children: inlinesOf(node.children, reading) }];
}
