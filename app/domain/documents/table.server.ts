import {
  BOTTOM,
  LEADING,
  LEFT,
  TEXT_WIDTH,
  alignedX,
  baselineIn,
  nextSheet,
  type Align,
  type Flow,
} from "./flow.server.ts";
import { BLACK, PALE } from "./colours.ts";
import type { Box } from "./paper.server.ts";
import { printable, widthOf, wrap, type Style } from "./setting.server.ts";

export interface Column {
  readonly title: string;
  /** A share of the text width; the shares of a table come to 1. */
  readonly share: number;
  readonly align: Align;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** Set bold, as totals are. */
  readonly strong?: boolean;
  /** Room for a signature: the row is at least so many lines high. */
  readonly leastLines?: number;
}

const PADDING = 3.2;
const RULE_POINTS = 0.5;

const BODY: Style = { face: "tinos", size: 10.5, colour: BLACK };
const STRONG: Style = { ...BODY, face: "tinos-bold" };

/** Below this a word that is too wide for its cell is broken instead of shrunk. */
const LEAST_SIZE = 8;
const SIZE_STEP = 0.25;

interface Cell {
  readonly lines: readonly string[];
  readonly style: Style;
}

interface Placed extends Column {
  readonly left: number;
  readonly width: number;
}

/**
 * A ruled table over as many pages as it needs, its header on each. Cells wrap; a row that fits no
 * page goes on in the next one.
 */
export function table(flow: Flow, columns: readonly Column[], rows: Iterable<TableRow>): void {
  const placed = placeColumns(columns);
  const header = placed.map((column) => cellIn(column.title, column, STRONG));
  const headerHeight = heightOf(header);
  let headed = false;
  const drawHeader = () => {
    drawRow(flow, placed, header, true);
    headed = true;
  };
  const turn = () => {
    nextSheet(flow);
    drawHeader();
  };
  for (const row of rows) {
    const style = row.strong === true ? STRONG : BODY;
    const least = row.leastLines ?? 1;
    let left = placed.map((column, at) =>
      highCell(cellIn(row.cells[at] ?? "", column, style), least),
    );
    if (!headed) {
      const first = headerHeight + heightOf(left);
      if (flow.y + Math.min(first, headerHeight * 3) > BOTTOM) nextSheet(flow);
      drawHeader();
    } else if (flow.y + heightOf(left) > BOTTOM) {
      turn();
    }
    while (flow.y + heightOf(left) > BOTTOM) {
      const room = linesThatFit(flow);
      drawRow(
        flow,
        placed,
        left.map((cell) => part(cell, 0, room)),
        false,
      );
      left = left.map((cell) => part(cell, room));
      turn();
    }
    drawRow(flow, placed, left, false);
  }
}

function placeColumns(columns: readonly Column[]): Placed[] {
  let left = LEFT;
  return columns.map((column) => {
    const width = column.share * TEXT_WIDTH;
    const placed = { ...column, left, width };
    left += width;
    return placed;
  });
}

function highCell({ lines, style }: Cell, least: number): Cell {
  const missing = Math.max(0, least - lines.length);
  return { lines: [...lines, ...Array.from({ length: missing }, () => "")], style };
}

function part({ lines, style }: Cell, from: number, to?: number): Cell {
  return { lines: lines.slice(from, to), style };
}

/** A text in a cell, smaller when one of its words is too wide for the column. */
function cellIn(text: string, column: Placed, asked: Style): Cell {
  const width = column.width - 2 * PADDING;
  const words = printable(text).split(/[ \n]/u);
  const widest = Math.max(...words.map((word) => widthOf(word, asked)));
  let { size } = asked;
  if (widest > width) {
    const fitting = Math.floor((size * width) / widest / SIZE_STEP) * SIZE_STEP;
    if (fitting >= LEAST_SIZE) size = fitting;
  }
  const style = { ...asked, size };
  return { lines: wrap(text, style, width), style };
}

/** All lines of a row are as high as full-size ones, so that neighbours stay level. */
const LINE_HEIGHT = BODY.size * LEADING;

function heightOf(cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * LINE_HEIGHT + 2 * PADDING;
}

/** At least one, so that a row always goes forward. */
function linesThatFit(flow: Flow): number {
  return Math.max(1, Math.floor((BOTTOM - flow.y - 2 * PADDING) / LINE_HEIGHT));
}

function drawRow(
  flow: Flow,
  columns: readonly Placed[],
  cells: readonly Cell[],
  isHeader: boolean,
): void {
  const height = heightOf(cells);
  const boxes = columns.map(({ left, width }): Box => ({ x: left, y: flow.y, width, height }));
  if (isHeader) {
    flow.sheet.fillBox({ x: LEFT, y: flow.y, width: TEXT_WIDTH, height }, PALE);
  }
  columns.forEach(({ left, width, align }, at) => {
    const { lines, style } = cells[at] ?? { lines: [], style: BODY };
    const slack = isHeader ? (height - 2 * PADDING - lines.length * LINE_HEIGHT) / 2 : 0;
    lines.forEach((line, row) => {
      const x = alignedX(
        line,
        style,
        isHeader ? "centre" : align,
        left + PADDING,
        width - 2 * PADDING,
      );
      const top = flow.y + PADDING + slack + row * LINE_HEIGHT;
      flow.sheet.text(line, x, top + baselineIn(BODY), style);
    });
  });
  flow.sheet.outline(boxes, RULE_POINTS, BLACK);
  flow.y += height;
}
