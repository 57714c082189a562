/** A colour of ink; each part from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

function colour(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}

export const BLACK = colour("#000000");
export const GREY = colour("#555555");
export const PALE = colour("#eceef4");
export const WHITE = colour("#ffffff");
/** Of dyed hemp cloth. */
export const INDIGO = colour("#1b2450");
export const RED = colour("#b3261e");
export const TURMERIC = colour("#f2b705");
/** Under the text of sample papers: read at arm's length, yet the text over it stays clear. */
export const SAMPLE_RED = colour("#f6d3d0");

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Millimetres in PDF points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MILLIMETRE;
}

/** A point on a page, in PDF points from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
