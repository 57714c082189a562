import { INDIGO, RED, TURMERIC, WHITE, mm, type Colour, type Point } from "./colours.ts";

/** Outlines filled with one colour, to be laid one over another in the order given. */
export interface Patch {
  readonly colour: Colour;
  readonly outlines: readonly (readonly Point[])[];
}

/** One thread of the cloth; all of the pattern is counted in threads, as it is on the loom. */
const THREAD = mm(0.725);
const REPEAT = 12;
/** Width of the border, in threads. */
const BAND = 16;
const CENTRE = 7.75;

/**
 * A brocade border as upland weavers make it: stepped diamonds between rows of teeth, and a star of
 * eight points in each corner. The largest whole number of repeats that leaves at least `margin`
 * points around is centred on a page of `width` by `height` points.
 */
export function brocade(width: number, height: number, margin: number): readonly Patch[] {
  const repeats = (side: number) =>
    Math.floor((side / THREAD - (2 * margin) / THREAD - 2 * BAND) / REPEAT);
  const [across, down] = [repeats(width), repeats(height)];
  const wide = across * REPEAT + 2 * BAND;
  const high = down * REPEAT + 2 * BAND;
  const place = ({ x, y }: Point): Point => ({
    x: width / 2 + (x - wide / 2) * THREAD,
    y: height / 2 + (y - high / 2) * THREAD,
  });
  const patches = [
    ...ground(wide, high),
    ...along(across, (u, v) => ({ x: BAND + u, y: v })),
    ...along(across, (u, v) => ({ x: BAND + u, y: high - v })),
    ...along(down, (u, v) => ({ x: v, y: BAND + u })),
    ...along(down, (u, v) => ({ x: wide - v, y: BAND + u })),
    ...[0, wide - BAND].flatMap((x) => [0, high - BAND].flatMap((y) => corner({ x, y }))),
  ];
  return patches.map(({ colour, outlines }) => ({
    colour,
    outlines: outlines.map((outline) => outline.map(place)),
  }));
}

function rectangle(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function ground(wide: number, high: number): Patch[] {
  const ring = (inset: number, end: number, colour: Colour): Patch => ({
    colour,
    outlines: [
      rectangle(inset, inset, wide - 2 * inset, high - 2 * inset),
      rectangle(end, end, wide - 2 * end, high - 2 * end).toReversed(),
    ],
  });
  return [
    ring(0, 15.5, INDIGO),
    ring(0.6, 1.1, TURMERIC),
    ring(14.4, 14.9, TURMERIC),
    ring(BAND + 3, BAND + 3.6, TURMERIC),
  ];
}

/** A point of the band: `u` threads along it, `v` threads in from its outer edge. */
type OnBand = (u: number, v: number) => Point;

function along(repeats: number, onBand: OnBand): Patch[] {
  const starts = Array.from({ length: repeats }, (_, index) => index * REPEAT);
  const joints = starts.slice(1);
  const middles = starts.map((start) => start + REPEAT / 2);
  const teeth = starts.flatMap((start) => [0, 3, 6, 9].map((step) => start + step));
  return [
    { colour: RED, outlines: teeth.flatMap((u) => toothPair(u, onBand)) },
    { colour: TURMERIC, outlines: middles.map((u) => diamond(u, CENTRE, 5, 0.95, onBand)) },
    { colour: RED, outlines: middles.map((u) => diamond(u, CENTRE, 4, 0.95, onBand)) },
    { colour: INDIGO, outlines: middles.map((u) => diamond(u, CENTRE, 3, 0.8, onBand)) },
    { colour: TURMERIC, outlines: middles.map((u) => diamond(u, CENTRE, 2, 0.6, onBand)) },
    {
      colour: TURMERIC,
      outlines: joints.flatMap((u) => [
        diamond(u, CENTRE - 3.1, 2, 0.55, onBand),
        diamond(u, CENTRE + 3.1, 2, 0.55, onBand),
      ]),
    },
    { colour: WHITE, outlines: joints.map((u) => diamond(u, CENTRE, 2, 0.55, onBand)) },
  ];
}

function toothPair(u: number, onBand: OnBand): Point[][] {
  return [
    [onBand(u, 1.1), onBand(u + 3, 1.1), onBand(u + 1.5, 2.9)],
    [onBand(u, 14.4), onBand(u + 3, 14.4), onBand(u + 1.5, 12.6)],
  ];
}

/** A diamond with stepped sides, `steps` steps of `step` threads from its centre to each tip. */
function diamond(u: number, v: number, steps: number, step: number, onBand: OnBand): Point[] {
  const quarter: [number, number][] = [];
  for (let at = 0; at < steps; at += 1) {
    quarter.push([at + 0.5, steps - at - 0.5], [at + 0.5, steps - at - 1.5]);
  }
  const stairs = quarter.filter(([, rise]) => rise > 0);
  const turned = [
    ...stairs,
    ...stairs.toReversed().map(([x, y]) => [x, -y] as const),
    ...stairs.map(([x, y]) => [-x, -y] as const),
    ...stairs.toReversed().map(([x, y]) => [-x, y] as const),
  ];
  return turned.map(([x, y]) => onBand(u + x * step, v + y * step));
}

function corner({ x, y }: Point): Patch[] {
  const centre = BAND / 2;
  const at = (radius: number, eighths: number): Point => ({
    x: x + centre + radius * Math.cos((eighths * Math.PI) / 4),
    y: y + centre + radius * Math.sin((eighths * Math.PI) / 4),
  });
  const petal = (eighth: number): Point[] => [
    at(0, 0),
    at(3.1, eighth - 0.5),
    at(6, eighth),
    at(3.1, eighth + 0.5),
  ];
  return [
    {
      colour: TURMERIC,
      outlines: [rectangle(x, y, BAND, BAND)],
    },
    { colour: INDIGO, outlines: [rectangle(x + 0.6, y + 0.6, BAND - 1.2, BAND - 1.2)] },
    { colour: TURMERIC, outlines: [0, 2, 4, 6].map(petal) },
    { colour: RED, outlines: [1, 3, 5, 7].map(petal) },
    { colour: WHITE, outlines: [[0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => at(1.1, eighth))] },
  ];
}
