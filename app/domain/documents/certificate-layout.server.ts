import { brocade } from "./border-pattern.ts";
import { RED, TURMERIC, mm, type Colour } from "./colours.ts";
import { A4_LANDSCAPE, type Sheet } from "./paper.server.ts";
import {
  faceFor,
  printable,
  widthOf,
  type Fitted,
  type Room,
  type Style,
} from "./setting.server.ts";
import type { TypefaceName } from "./typefaces.server.ts";

// What papers to be hung on a wall share: A4 landscape, a border of brocade, lines around the centre.

export const CENTRE = A4_LANDSCAPE.width / 2;
/** Paper left between the brocade and the edge, so that an office printer does not cut into it. */
const MARGIN = mm(6);

/** How a holder's name is set: large on one line, else smaller on more. */
export const NAME_ROOMS: readonly Room[] = [
  { most: 38, least: 24, lines: 1 },
  { most: 21, least: 14, lines: 2 },
  { most: 14, least: 9, lines: 3 },
];

export function drawBorder(sheet: Sheet): void {
  for (const { colour, outlines } of brocade(sheet.width, sheet.height, MARGIN)) {
    sheet.fillShapes(outlines, colour);
  }
}

const TYPEFACES: readonly TypefaceName[] = ["viet", "viet-italic", "viet-semibold", "viet-bold"];

/** The fallbacks cost time and space, so they come along only when a letter needs them. */
export function typefacesFor(text: string): readonly TypefaceName[] {
  const letters = printable(text);
  return [...new Set(TYPEFACES.flatMap((name) => [name, faceFor(letters, name)]))];
}

export function style(face: TypefaceName, size: number, colour: Colour): Style {
  return { face, size, colour };
}

/** One line that may shrink to `least` points before it is cut. */
export function oneLine(size: number, least: number): readonly Room[] {
  return [{ most: size, least, lines: 1 }];
}

/** Draws lines around `centre`, the first on `baseline`; answers the last baseline. */
export function drawCentred(
  sheet: Sheet,
  fitted: Fitted,
  centre: number,
  baseline: number,
): number {
  const leading = fitted.style.size * 1.3;
  fitted.lines.forEach((line, at) => {
    const x = centre - widthOf(line, fitted.style) / 2;
    sheet.text(line, x, baseline + at * leading, fitted.style);
  });
  return baseline + (fitted.lines.length - 1) * leading;
}

/** A line that ends in a woven diamond, to the left and right of the centre. */
export function drawFlourish(sheet: Sheet, y: number, from: number): void {
  for (const side of [-1, 1]) {
    const near = CENTRE + side * from;
    const far = near + side * mm(26);
    sheet.rule({ x: near, y }, { x: far, y }, 0.8, TURMERIC);
    const reach = mm(1.3);
    sheet.fillShapes(
      [
        [
          { x: near - reach, y },
          { x: near, y: y - reach },
          { x: near + reach, y },
          { x: near, y: y + reach },
        ],
      ],
      RED,
    );
  }
}
