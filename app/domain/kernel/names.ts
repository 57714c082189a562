import { plainTyping, searchKey, spelling } from "./text.ts";

/** A person's name as it is kept: one apostrophe, one hyphen, the Vietnamese Đ; its marks where she has them. */
export function personName(typed: string): string {
  return plainTyping(typed);
}

/** Whether a text can be the name or title of somebody: two letters at least, "Y Ơ" too. */
export function isName(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length >= 2;
}

/**
 * What two writings of one name share: case, blanks, apostrophes, the place of a tone and i or y aside.
 * Its marks count: "Mỷ" is not "My".
 */
export function sameNameKey(fullName: string): string {
  return spelling(plainTyping(fullName).replaceAll("'", ""))
    .split(" ")
    .map((word) => word.replace(LONE_Y, "$<onset>i"))
    .join("")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "")
    .normalize("NFC");
}

/** As `spelling` leaves a syllable without a tone: "vy", "ly". */
const LONE_Y = /^(?<onset>[hklmstv]|qu)y$/u;

/** What two names share that may be one person's: their marks aside too. */
export function namesakeKey(fullName: string): string {
  return searchKey(fullName).replaceAll(" ", "");
}

/**
 * LIKE patterns, all of which a text's search key must fit, with a blank before it: each word of what was
 * typed, anywhere, in any order; a word of one or two letters begins a word. Letters and digits alone are
 * left, so nothing in them is a wildcard.
 * @param typed "nguyễn ánh" finds "Nguyễn Thị Ngọc Ánh"
 */
export function searchPatterns(typed: string): readonly string[] {
  return searchKey(typed)
    .split(" ")
    .flatMap((word) => {
      if (word === "") return [];
      return [word.length <= SHORT_WORD ? `% ${word}%` : `%${word}%`];
    });
}

const SHORT_WORD = 2;
