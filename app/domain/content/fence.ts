import type { ListItem } from "mdast";

import { type Fence, lineOf, type Reading, sourceOf } from "./markdown.ts";

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

/** Whether a text can name a practice or a question: "q1", "thu-quet". */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** Whether a text looks like the code of a language: "en", "hmn". */
export function isLanguage(text: string): boolean {
  return LANGUAGE.test(text);
}

/** As `isFenceInOrder`, and its `id` and `lang` are there where it takes them. */
export function isWholeFence(
  node: Fence,
  attributes: readonly string[],
  reading: Reading,
): boolean {
  if (!isFenceInOrder(node, attributes, reading)) return false;
  if (attributes.includes("id") && !isIdentifier(attribute(node, "id"))) {
    reading.complain(lineOf(node), `Khối “:::${node.name}” cần mã không dấu, như {#thu-quet}.`);
    return false;
  }
  if (attributes.includes("lang") && !isLanguage(attribute(node, "lang"))) {
    reading.complain(lineOf(node), `Khối “:::${node.name}” cần mã tiếng, như {lang=en}.`);
    return false;
  }
  return true;
}

/** Whether an item is written `- [ ]` or `- [x]`. */
export function isTask({ checked }: ListItem): boolean {
  return typeof checked === "boolean";
}
