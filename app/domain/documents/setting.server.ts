import { clean } from "#app/domain/kernel/index.ts";
import type { Colour } from "./colours.ts";
import { FALLBACK, typeface, type Typeface, type TypefaceName } from "./typefaces.server.ts";

/** How a text looks. */
export interface Style {
  readonly face: TypefaceName;
  /** Points. */
  readonly size: number;
  readonly colour: Colour;
}

/** Stands where a character cannot be printed, so that its loss is seen. */
const MISSING = "□";

const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u034F]/gu;
const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/**
 * A text as it can be printed: NFC, no control or format characters, single blanks, no empty lines.
 * What no typeface here has becomes {@link MISSING}, one for each character a reader would count.
 */
export function printable(text: string): string {
  const cleaned = singleBlanks(clean(text));
  const { advances } = typeface("tinos");
  const has = (character: string) => character === "\n" || advances.has(character);
  if (Array.from(cleaned).every(has)) return cleaned;
  let shown = "";
  for (const { segment } of graphemes.segment(cleaned)) {
    const characters = Array.from(segment.replaceAll(INVISIBLE, ""));
    shown += characters.filter(has).join("") + (characters.every(has) ? "" : MISSING);
  }
  return singleBlanks(shown.normalize("NFC"));
}

function singleBlanks(text: string): string {
  return text
    .replaceAll(/\s*[\n\u2028\u2029]\s*/gu, "\n")
    .replaceAll(/[^\S\n]+/gu, " ")
    .trim();
}

/** The typeface that sets this text whole: the one asked for, or the fallback with more letters. */
export function faceFor(text: string, name: TypefaceName): TypefaceName {
  const { advances } = typeface(name);
  for (const character of text) {
    if (character !== "\n" && !advances.has(character)) return FALLBACK[name];
  }
  return name;
}

/** What stands for a character that a typeface lacks. */
export function standInOf({ advances }: Typeface): string {
  return advances.has(MISSING) ? MISSING : "?";
}

/** Width of one line in points. */
export function widthOf(text: string, style: Style): number {
  return emsOf(text, typeface(style.face)) * style.size;
}

function emsOf(text: string, face: Typeface): number {
  const missing = face.advances.get(standInOf(face)) ?? 0;
  let ems = 0;
  for (const character of text) ems += face.advances.get(character) ?? missing;
  return ems;
}

/**
 * A text in lines no wider than `width` points; the first line begins `firstIndent` points in.
 * Breaks at blanks, and inside a word only when the word alone is too wide.
 */
export function wrap(text: string, style: Style, width: number, firstIndent = 0): string[] {
  const lines: string[] = [];
  const blank = widthOf(" ", style);
  let room = width - firstIndent;
  for (const paragraph of printable(text).split("\n")) {
    let line = "";
    let used = 0;
    for (const word of piecesOf(paragraph, style, width)) {
      const wide = widthOf(word.text, style);
      const gap = line === "" || word.continues ? 0 : blank;
      if (used + gap + wide > room && (line !== "" || room < width)) {
        lines.push(line);
        room = width;
        line = word.text;
        used = wide;
        continue;
      }
      line += gap > 0 ? ` ${word.text}` : word.text;
      used += gap + wide;
    }
    lines.push(line);
    room = width;
  }
  return lines;
}

interface Piece {
  readonly text: string;
  /** True when no blank stands before it. */
  readonly continues: boolean;
}

function* piecesOf(paragraph: string, style: Style, width: number): Generator<Piece> {
  for (const word of paragraph.split(" ")) {
    if (widthOf(word, style) <= width) {
      yield { text: word, continues: false };
      continue;
    }
    let piece = "";
    let continues = false;
    for (const { segment } of graphemes.segment(word)) {
      if (piece !== "" && widthOf(piece + segment, style) > width) {
        yield { text: piece, continues };
        piece = "";
        continues = true;
      }
      piece += segment;
    }
    yield { text: piece, continues };
  }
}

/** A size range and a number of lines to try, sizes in points. */
export interface Room {
  readonly most: number;
  readonly least: number;
  readonly lines: number;
  /** For addresses and codes: a word may go on in the next line. */
  readonly breaksWords?: boolean;
}

export interface Fitted {
  readonly lines: readonly string[];
  readonly style: Style;
}

const SIZE_STEP_POINTS = 0.5;
/** Longer texts fit none of the places that shrink their text. */
const FIT_CHARACTERS = 1000;

/**
 * The largest setting of a text that fits one of the rooms, tried in order; words stay whole. What
 * fits in none is set at the least size of the last room and ends in "…". A text the typeface lacks
 * letters for is set in its fallback, all of it.
 */
export function fit(text: string, asked: Style, width: number, rooms: readonly Room[]): Fitted {
  const shown = Array.from(printable(text)).slice(0, FIT_CHARACTERS).join("");
  const style = { ...asked, face: faceFor(shown, asked.face) };
  const face = typeface(style.face);
  const words = shown.split(/[ \n]/u).map((word) => emsOf(word, face));
  const widest = Math.max(...words);
  const whole = words.reduce((sum, ems) => sum + ems, 0);
  for (const room of rooms) {
    for (let size = room.most; size >= room.least; size -= SIZE_STEP_POINTS) {
      const tooWide = widest * size > width && room.breaksWords !== true;
      if (tooWide || whole * size > width * room.lines) continue;
      const sized = { ...style, size };
      const lines = wrap(shown, sized, width);
      if (lines.length <= room.lines) return { lines, style: sized };
    }
  }
  return cut(shown, style, width, rooms);
}

function cut(text: string, style: Style, width: number, rooms: readonly Room[]): Fitted {
  const last = rooms.at(-1);
  const sized = { ...style, size: last?.least ?? style.size };
  const lines = wrap(text, sized, width);
  const allowed = last?.lines ?? 1;
  if (lines.length <= allowed) return { lines, style: sized };
  const kept = lines.slice(0, allowed);
  let end = Array.from(kept.pop() ?? "");
  while (end.length > 0 && widthOf(`${end.join("")}…`, sized) > width) end = end.slice(0, -1);
  return { lines: [...kept, `${end.join("").trimEnd()}…`], style: sized };
}
