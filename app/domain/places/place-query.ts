import { placeSearchName } from "./place.ts";

const MOST_CHARACTERS = 100;

/** What someone typed to find a commune, ready for the database. */
export interface PlaceQuery {
  /** With the kind word written out, "phuong cam duong"; as typed when there is none. */
  readonly full: string;
  /** Without the kind word, "cam duong". */
  readonly bare: string;
  /** After a comma: words of the province or the old district, "lao cai"; "" when there are none. */
  readonly area: string;
}

/** How people shorten the kind words at the head of a name. */
const KINDS: Readonly<Record<string, string>> = {
  xa: "xa",
  x: "xa",
  phuong: "phuong",
  p: "phuong",
  "thi tran": "thi tran",
  tt: "thi tran",
  "dac khu": "dac khu",
  dk: "dac khu",
};

/**
 * Understands "xa ban pho", "Bản Phố", "TT. Sa Pa", "p. cam duong", "Tân Lập, Lào Cai".
 * Letters and digits alone are left, so nothing in it is a wildcard to LIKE.
 * @returns null when nothing is left to look for
 */
export function placeQueryOf(typed: string): PlaceQuery | null {
  const [name = "", ...areas] = typed.slice(0, MOST_CHARACTERS).split(",");
  const words = placeSearchName(name);
  if (words === "") return null;
  const area = placeSearchName(areas.join(" "));
  for (const [written, kind] of Object.entries(KINDS)) {
    if (!words.startsWith(`${written} `)) continue;
    const bare = words.slice(written.length + 1);
    return { full: `${kind} ${bare}`, bare, area };
  }
  return { full: words, bare: words, area };
}

/** One LIKE pattern per word, each for a text with a blank before its first word: any word may begin so. */
export function wordPatterns(words: string): readonly string[] {
  return words.split(" ").flatMap((word) => (word === "" ? [] : [`% ${word}%`]));
}
