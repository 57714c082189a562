import { LEADING, LEFT, TEXT_WIDTH, TOP, alignedX, baselineIn, type Flow } from "./flow.server.ts";
import { BLACK, mm } from "./colours.ts";
import { fit, widthOf, type Style } from "./setting.server.ts";
import { MOTTO, NATION } from "./wording.ts";

const LEFT_WIDTH = mm(66);
const RIGHT_WIDTH = TEXT_WIDTH - LEFT_WIDTH;
const RIGHT_EDGE = LEFT + LEFT_WIDTH;

const NAME: Style = { face: "tinos-bold", size: 12, colour: BLACK };
const MOTTO_STYLE: Style = { face: "tinos-bold", size: 13, colour: BLACK };
const PLAIN: Style = { face: "tinos", size: 12.5, colour: BLACK };
const ITALIC: Style = { face: "tinos-italic", size: 12.5, colour: BLACK };

export interface Heading {
  /** Above the line on the left; line breaks are kept. */
  readonly authority: string;
  /** Under the line on the left. */
  readonly sign: string;
  /** Under the motto on the right, in italics. */
  readonly placeAndDay: string;
}

/** The two columns that open administrative paper (NĐ 30/2020/NĐ-CP, annex I). */
export function heading(flow: Flow, { authority, sign, placeAndDay }: Heading): void {
  const leftEnd = leftColumn(flow, authority, sign);
  const rightEnd = rightColumn(flow, placeAndDay);
  flow.y = Math.max(leftEnd, rightEnd);
}

function centredLines(
  flow: Flow,
  lines: readonly string[],
  style: Style,
  left: number,
  width: number,
  top: number,
): number {
  let y = top;
  for (const line of lines) {
    flow.sheet.text(
      line,
      alignedX(line, style, "centre", left, width),
      y + baselineIn(style),
      style,
    );
    y += style.size * LEADING;
  }
  return y;
}

function leftColumn(flow: Flow, authority: string, sign: string): number {
  const name = fit(authority, NAME, LEFT_WIDTH, [
    { most: 12, least: 10, lines: 3 },
    { most: 10, least: 7, lines: 4 },
  ]);
  const end = centredLines(flow, name.lines, name.style, LEFT, LEFT_WIDTH, TOP);
  const longest = Math.max(...name.lines.map((line) => widthOf(line, name.style)));
  underline(flow, LEFT + LEFT_WIDTH / 2, longest * 0.4, end + 2);
  const number = fit(sign, PLAIN, LEFT_WIDTH, [{ most: 12.5, least: 9, lines: 2 }]);
  return centredLines(flow, number.lines, number.style, LEFT, LEFT_WIDTH, end + 8);
}

function rightColumn(flow: Flow, placeAndDay: string): number {
  const nation = centredLines(flow, [NATION], NAME, RIGHT_EDGE, RIGHT_WIDTH, TOP);
  const end = centredLines(flow, [MOTTO], MOTTO_STYLE, RIGHT_EDGE, RIGHT_WIDTH, nation);
  underline(flow, RIGHT_EDGE + RIGHT_WIDTH / 2, widthOf(MOTTO, MOTTO_STYLE), end + 2);
  const when = fit(placeAndDay, ITALIC, RIGHT_WIDTH, [{ most: 12.5, least: 8, lines: 2 }]);
  return centredLines(flow, when.lines, when.style, RIGHT_EDGE, RIGHT_WIDTH, end + 8);
}

/** A thin line of `width` points around `centre`. */
export function underline(flow: Flow, centre: number, width: number, y: number): void {
  flow.sheet.rule({ x: centre - width / 2, y }, { x: centre + width / 2, y }, 0.7, BLACK);
}
