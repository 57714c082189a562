import type { Block } from "#app/domain/content/index.ts";

/** In the address: which screen of a lesson is shown, from 1. */
export const SCREEN_PARAM = "phan";
/** In the address, with "du": the page as everybody else has it. */
export const WHOLE_PARAM = "xem";

/** About as many words as stand on a small phone in large letters. */
const WORDS_A_SCREEN = 70;

/** A screen of fewer words that has no heading of its own goes to the one before it. */
const FEW_WORDS = 20;

/**
 * A lesson one thing at a time: a heading begins a screen, and so does what would make one too long. A
 * block stays whole, what leads to the next block ("Ví dụ:", a heading) goes with that one, and a last
 * line or two get no screen of their own. The pictures of a screen come first.
 */
export function screensOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const screens: Block[][] = [];
  for (const block of blocks) {
    const last = screens.at(-1);
    if (last === undefined) {
      screens.push([block]);
    } else if (block.type === "heading" && wordsIn(last) > 0) {
      screens.push([...leadsOf(last), block]);
    } else if (isFull(last, block)) {
      screens.push([...leadsOf(last), block]);
    } else {
      last.push(block);
    }
  }
  return joined(screens).map((screen) => {
    const heading = screen.filter(({ type }) => type === "heading");
    const pictures = screen.filter(({ type }) => type === "picture");
    const rest = screen.filter(({ type }) => type !== "heading" && type !== "picture");
    return [...heading, ...pictures, ...rest];
  });
}

function isFull(screen: readonly Block[], next: Block): boolean {
  const begun = screen.some(({ type }) => type !== "heading");
  return begun && wordsIn(screen) + wordsIn(next) > WORDS_A_SCREEN;
}

/** Takes what leads to the next block off the end of a screen, unless nothing else is on it. */
function leadsOf(screen: Block[]): readonly Block[] {
  const from = screen.findLastIndex((block) => !isLead(block)) + 1;
  return from === 0 ? [] : screen.splice(from);
}

function isLead(block: Block): boolean {
  if (block.type === "heading") return true;
  return block.type === "paragraph" && textIn(block).trim().endsWith(":");
}

function joined(screens: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const kept: (readonly Block[])[] = [];
  for (const screen of screens) {
    const before = kept.at(-1);
    const isLeftOver =
      screen.every(({ type }) => type === "paragraph") &&
      wordsIn(screen) < FEW_WORDS &&
      wordsIn(before) + wordsIn(screen) < WORDS_A_SCREEN + FEW_WORDS;
    if (before !== undefined && isLeftOver) kept[kept.length - 1] = [...before, ...screen];
    else kept.push(screen);
  }
  return kept;
}

/** The screen that an address asks for, from 1; the first when it asks for none, or for one there is not. */
export function screenAsked(search: URLSearchParams, screens: number): number {
  const asked = search.get(SCREEN_PARAM) ?? "";
  return /^[1-9]\d{0,3}$/u.test(asked) ? Math.min(Number(asked), Math.max(screens, 1)) : 1;
}

export function isWholeAsked(search: URLSearchParams): boolean {
  return search.get(WHOLE_PARAM) === "du";
}

function wordsIn(part: unknown): number {
  return textIn(part)
    .split(/\s+/u)
    .filter((word) => word !== "").length;
}

/** All text of a block, whatever kind it is. */
function textIn(part: unknown): string {
  if (Array.isArray(part)) return part.map((each) => textIn(each)).join(" ");
  if (typeof part !== "object" || part === null) return "";
  if ("type" in part && part.type === "picture") return "";
  return Object.entries(part)
    .map(([key, value]) =>
      typeof value === "string" ? (key === "text" ? value : "") : textIn(value),
    )
    .join(" ");
}
