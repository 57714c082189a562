/** Colours of the house's drawings by the names that scenes call them. */
export const PALETTE = {
  none: "none",
  ink: "#17171c",
  white: "#fff",
  paper: "#fff7e6",
  indigo: "#2b3a7a",
  night: "#1b2450",
  red: "#b3261e",
  turmeric: "#f2b705",
  leaf: "#1e6b3a",
  mint: "#e6f3e6",
  straw: "#fff0c2",
  blush: "#fdebe8",
  mist: "#e9ecf8",
  grass: "#a9cf8f",
  earth: "#8a6a42",
  wood: "#c79a5b",
  sand: "#ead9b0",
  stone: "#b8ae96",
  water: "#9cc7e0",
  skin: "#f0c39a",
  brown: "#d9a273",
  rose: "#e58a8a",
  grey: "#d9d6cf",
} as const;

export type ColourName = keyof typeof PALETTE;

export function isColourName(name: string): name is ColourName {
  return Object.hasOwn(PALETTE, name);
}
