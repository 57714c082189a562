import type { Block, DialogueLine, Inline } from "./block.ts";

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
  if ("items" in node) return node.items.map((item) => `${plainText(item)}\n`).join("");
  if ("lines" in node) return node.lines.map((line) => `${lineText(line)}\n`).join("");
  if ("rows" in node) return tableText([node.head, ...node.rows]);
  if ("words" in node) return tableText([node.head, ...node.words.map(({ cells }) => cells)]);
  const text = node.children.map((child) => textOf(child)).join("");
  return isMark(node) ? text : `${text}\n`;
}

function isMark({ type }: Node): boolean {
  return ["strong", "emphasis", "link", "foreign"].includes(type);
}

function lineText({ speaker, said, meaning }: DialogueLine): string {
  const spoken = `${plainText(speaker)} ${plainText(said)}`;
  return meaning.length === 0 ? spoken : `${spoken} — ${plainText(meaning)}`;
}

function tableText(rows: readonly (readonly (readonly Inline[])[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => plainText(cell)).join(" – ")}\n`).join("");
}
