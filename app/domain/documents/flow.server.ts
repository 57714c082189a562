import { A4_PORTRAIT, type Paper, type Sheet } from "./paper.server.ts";
import { mm } from "./colours.ts";
import { widthOf, wrap, type Style } from "./setting.server.ts";

/** Margins of administrative paper (NĐ 30/2020: 30–35 left, 15–20 right, 20–25 above and below). */
export const LEFT = mm(30);
export const RIGHT = A4_PORTRAIT.width - mm(16);
export const TOP = mm(20);
export const BOTTOM = A4_PORTRAIT.height - mm(22);
export const TEXT_WIDTH = RIGHT - LEFT;

/** Height of a line, in sizes of its type. */
export const LEADING = 1.28;

/** Text running down A4 portrait pages: where the next thing goes. */
export interface Flow {
  readonly paper: Paper;
  sheet: Sheet;
  /** Points from the top of the page to the next thing's top. */
  y: number;
}

export function beginFlow(paper: Paper): Flow {
  return { paper, sheet: paper.addSheet(A4_PORTRAIT), y: TOP };
}

export function nextSheet(flow: Flow): void {
  flow.sheet = flow.paper.addSheet(A4_PORTRAIT);
  flow.y = TOP;
}

/** Turns the page when fewer than `height` points are left on it. */
export function keepTogether(flow: Flow, height: number): void {
  if (flow.y + height > BOTTOM && flow.y > TOP) nextSheet(flow);
}

export function space(flow: Flow, points: number): void {
  flow.y += points;
}

/** Where a line stands in the height it takes: the baseline below the top of its line. */
export function baselineIn(style: Style): number {
  return style.size * (LEADING / 2 + 0.33);
}

/** How much of the free width lies to the left of a line. */
const SHIFT = { left: 0, centre: 0.5, right: 1 } as const;

export type Align = keyof typeof SHIFT;

/** The `x` at which a line begins that is aligned in `width` points from `left`. */
export function alignedX(
  line: string,
  style: Style,
  align: Align,
  left: number,
  width: number,
): number {
  return left + (width - widthOf(line, style)) * SHIFT[align];
}

export interface Paragraph {
  readonly align?: Align;
  /** Points the first line begins further in. */
  readonly firstIndent?: number;
  /** Words before the text in their own style, "Điều 1." */
  readonly lead?: { readonly text: string; readonly style: Style };
  /** Points from the page's left edge; the text margin unless told. */
  readonly left?: number;
  readonly width?: number;
  /** Points left free below. */
  readonly after?: number;
}

/** Lays a text down in lines, over as many pages as it needs. */
export function paragraph(flow: Flow, text: string, style: Style, shape: Paragraph = {}): void {
  const { align = "left", firstIndent = 0, lead, left = LEFT, width = TEXT_WIDTH } = shape;
  const leadWidth = lead === undefined ? 0 : widthOf(`${lead.text} `, lead.style);
  const lines = wrap(text, style, width, firstIndent + leadWidth);
  const height = style.size * LEADING;
  lines.forEach((line, at) => {
    keepTogether(flow, height);
    const baseline = flow.y + baselineIn(style);
    const indent = at === 0 ? firstIndent : 0;
    if (at === 0 && lead !== undefined) {
      flow.sheet.text(`${lead.text} `, left + indent, baseline, lead.style);
    }
    const x = alignedX(line, style, align, left, width) + indent + (at === 0 ? leadWidth : 0);
    flow.sheet.text(line, x, baseline, style);
    flow.y += height;
  });
  flow.y += shape.after ?? 0;
}
