import type { Block } from "#app/domain/content/index.ts";

/** In the address: which screen of a lesson is shown, from 1. */
export const SCREEN_PARAM = "phan";
/** In the address, with "du": the page as everybody else has it. */
export const WHOLE_PARAM = "xem";

/** About as many words as stand on a small phone in large letters. */
const WORDS_A_SCREEN = 70;

/**
 * A lesson one thing at a time: a heading begins a screen, and so does what would make one too long. A
 * block stays whole. The pictures of a screen come first.
 */
export function screensOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const screens: Block[][] = [];
  let words = 0;
  for (const block of blocks) {
    const own = wordsIn(block);
    const last = screens.at(-1);
    const isFull =
      last?.some(({ type }) => type !== "heading") === true && words + own > WORDS_A_SCREEN;
    if (last === undefined || (block.type === "heading" && words > 0) || isFull) {
      screens.push([block]);
      words = own;
    } else {
      last.push(block);
      words += own;
    }
  }
  return screens.map((screen) => {
    const heading = screen.filter(({ type }) => type === "heading");
    const pictures = screen.filter(({ type }) => type === "picture");
    const rest = screen.filter(({ type }) => type !== "heading" && type !== "picture");
    return [...heading, ...pictures, ...rest];
  });
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
