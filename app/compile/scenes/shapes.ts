import { type ColourName, isColourName, PALETTE } from "./palette.ts";
import type { Item } from "./scene.ts";

export type Shape = Exclude<
  Item,
  { readonly part: string } | { readonly group: readonly unknown[] }
>;
type Point = readonly [number, number];

export function hex(name: string): string {
  return isColourName(name) ? PALETTE[name satisfies ColourName] : name;
}

/** To one decimal; a drawing on a phone shows no more. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A shape of a scene as SVG; strokes and fills are those of the group around it where none is named. */
// oxlint-disable-next-line eslint/complexity -- one case for each kind of shape
export function drawnShape(shape: Shape): string {
  if ("text" in shape) return drawnText(shape);
  if ("label" in shape) return drawnLabel(shape);
  if ("bubble" in shape) return drawnBubble(shape);
  if ("check" in shape) return badge(shape, "leaf", "m-5 0 4 4 7-8");
  if ("cross" in shape) return badge(shape, "red", "m-4-4 8 8m0-8-8 8");
  if ("number" in shape) return numbered(shape);
  if ("line" in shape) return drawnLine(shape);
  if ("arrow" in shape) return drawnArrow(shape);
  if ("rect" in shape) {
    const [x, y, width, height] = shape.rect;
    const size = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
    const round = shape.round === 0 ? "" : ` rx="${short(shape.round)}"`;
    return `<rect ${size}${round}${paint(shape)}/>`;
  }
  if ("circle" in shape) {
    const [x, y, r] = shape.circle;
    return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}"${paint(shape)}/>`;
  }
  return `<path d="${shape.path}"${paint(shape)}/>`;
}

function paint({
  fill,
  border,
}: {
  readonly fill: string;
  readonly border: string | null;
}): string {
  const inside = fill === "white" ? "" : ` fill="${hex(fill)}"`;
  if (border === "ink") return inside;
  return `${inside} stroke="${border === null ? "none" : hex(border)}"`;
}

/** Widths of bold letters of a system's face, so wide that they fit everywhere. */
const LETTER = 0.6;
const CAPITAL = 0.72;
const BROADEST = 0.9;

export function textWidth(text: string, size: number): number {
  return Math.max(...text.split("\n").map(lettersWidth)) * size;
}

function lettersWidth(line: string): number {
  return Array.from(line, letterWidth).reduce((sum, width) => sum + width, 0);
}

function letterWidth(letter: string): number {
  if (/[mw]/iu.test(letter)) return BROADEST;
  return /\p{Lu}/u.test(letter) ? CAPITAL : LETTER;
}

interface Words {
  readonly text: string;
  readonly at: Point;
  readonly size: number;
  readonly colour: string;
  readonly anchor: string;
}

/** Lines of text, the first one's foot at `at`. */
function drawnText({ text, at: [x, y], size, colour, anchor }: Words): string {
  const where = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const look = size === 16 ? "" : ` font-size="${short(size)}"`;
  return text
    .split("\n")
    .map(
      (line, index) =>
        `<text x="${short(x)}" y="${short(y + index * size * 1.2)}"${look}${where} fill="${hex(colour)}" stroke="none">${escaped(line)}</text>`,
    )
    .join("");
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const LABEL_PADDING = 18;
const BUBBLE_PADDING = 10;

type Label = Extract<Shape, { readonly label: string }>;
type Bubble = Extract<Shape, { readonly bubble: string }>;

/** How wide the frame of a label or a bubble is. */
export function boxWidth(box: Label | Bubble): number {
  return "label" in box
    ? textWidth(box.label, box.size) + LABEL_PADDING
    : textWidth(box.bubble, box.size) + 2 * BUBBLE_PADDING;
}

function drawnLabel(label: Label): string {
  const { label: text, at, size, colour, fill, border } = label;
  const [x, y] = at;
  const width = boxWidth(label);
  const height = size * 1.7;
  const box = `x="${short(x - width / 2)}" y="${short(y - height / 2)}" width="${short(width)}" height="${short(height)}"`;
  return `<rect ${box} rx="${short(height / 3)}"${paint({ fill, border })}/>${drawnText({ text, at: [x, y + size * 0.36], size, colour, anchor: "middle" })}`;
}

function drawnBubble(bubble: Bubble): string {
  const { bubble: text, at, size, colour, fill, tail } = bubble;
  const [x, y] = at;
  const lines = text.split("\n").length;
  const width = boxWidth(bubble);
  const height = lines * size * 1.2 + 1.4 * BUBBLE_PADDING;
  const middle = Math.min(Math.max(tail[0], x + 20), x + width - 20);
  const edge = tail[1] > y + height / 2 ? y + height : y;
  const box = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="10"`;
  const inside = fill === "white" ? "" : ` fill="${hex(fill)}"`;
  // The tail covers the edge of the box where it begins.
  const over = edge > y ? edge - 2 : edge + 2;
  const point = `M${short(middle - 8)} ${short(over)} ${short(tail[0])} ${short(tail[1])} ${short(middle + 8)} ${short(over)}`;
  const first = y + size * 1.05 + BUBBLE_PADDING * 0.55;
  return `<rect ${box}${inside}/><path d="${point}"${inside}/>${drawnText({ text, at: [x + width / 2, first], size, colour, anchor: "middle" })}`;
}

interface Round {
  readonly at: Point;
  readonly r: number;
}

function badge({ at: [x, y], r }: Round, colour: ColourName, sign: string): string {
  return `<g transform="translate(${short(x)} ${short(y)})${r === 13 ? "" : ` scale(${short(r / 13)})`}" stroke="#fff"><circle r="13" fill="${hex(colour)}"/><path d="${sign}" fill="none" stroke-width="4"/></g>`;
}

function numbered(shape: Extract<Shape, { readonly number: number }>): string {
  const { number, at, r, fill } = shape;
  const [x, y] = at;
  const size = Math.max(14, r * 1.2);
  const words = { text: String(number), at: [x, y + size * 0.36] as const, size };
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" fill="${hex(fill)}" stroke="none"/>${drawnText({ ...words, colour: "white", anchor: "middle" })}`;
}

function points(line: readonly Point[]): string {
  return line.map(([x, y]) => `${short(x)} ${short(y)}`).join(" ");
}

function drawnLine({ line, colour, width, dashed }: Extract<Shape, { readonly line: unknown }>) {
  const look = `${width === 3 ? "" : ` stroke-width="${short(width)}"`}${dashed ? ' stroke-dasharray="2 8"' : ""}`;
  return `<path d="M${points(line)}" fill="none"${colour === "ink" ? "" : ` stroke="${hex(colour)}"`}${look}/>`;
}

const HEAD = 11;

/** A line with a head at its end. */
function drawnArrow({ arrow, colour, width }: Extract<Shape, { readonly arrow: unknown }>) {
  const [x, y] = arrow.at(-1) ?? [0, 0];
  const [fromX, fromY] = arrow.at(-2) ?? [0, 0];
  const angle = Math.atan2(y - fromY, x - fromX);
  const side = (turn: number): Point => [
    x - HEAD * Math.cos(angle + turn),
    y - HEAD * Math.sin(angle + turn),
  ];
  const head = points([side(0.6), [x, y], side(-0.6)]);
  return `<path d="M${points(arrow)}M${head}" fill="none" stroke="${hex(colour)}" stroke-width="${short(width)}"/>`;
}
