import type { Block, Inline } from "./course.ts";

type Node = Block | Inline;

/** The words alone, on one line per block: for a statement's description, a search, a reader aloud. */
export function plainText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => textOf(node))
    .join("")
    .replaceAll(/[ \t]+/gu, " ")
    .replaceAll(/ ?\n[ \n]*/gu, "\n")
    .trim();
}

function textOf(node: Node): string {
  if (node.type === "text") return node.text;
  if (node.type === "break") return "\n";
  if (node.type === "picture") return `${node.alt}\n`;
  if ("items" in node) return linesText(node.items);
  if ("lines" in node) return linesText(node.lines);
  if ("rows" in node) return [node.head, ...node.rows].map((row) => `${rowText(row)}\n`).join("");
  const text = node.children.map((child) => textOf(child)).join("");
  return isMark(node) ? text : `${text}\n`;
}

function isMark({ type }: Node): boolean {
  return type === "strong" || type === "emphasis" || type === "link";
}

function linesText(lines: readonly (readonly Node[])[]): string {
  return lines.map((line) => `${plainText(line)}\n`).join("");
}

function rowText(cells: readonly (readonly Inline[])[]): string {
  return cells.map((cell) => plainText(cell)).join(" – ");
}
