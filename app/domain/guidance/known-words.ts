import { searchKey, spelling } from "#app/domain/kernel/index.ts";

import { swaps } from "./raw-typing.ts";

/** A word as it was typed or stands in a course. */
export interface Word {
  /** Without marks: "lon". */
  readonly bare: string;
  /** With them, as `spelling` has it: "lợn"; the same as `bare` when it has none. */
  readonly marked: string;
}

/** Words of a text in their order. */
export function wordsOf(text: string): readonly Word[] {
  return spelling(text)
    .replaceAll("'", "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((marked) => marked !== "")
    .map((marked) => ({ bare: searchKey(marked), marked: markedKey(marked) }))
    .filter(({ bare }) => bare !== "" && !bare.includes(" "));
}

function markedKey(spelled: string): string {
  const marked = spelled.normalize("NFC");
  return marked === searchKey(spelled) || !HAS_MARKS.test(spelled) ? searchKey(spelled) : marked;
}

const HAS_MARKS = /[\p{M}đ]/u;

export function isMarked({ bare, marked }: Word): boolean {
  return bare !== marked;
}

/** The word as a term of an index that holds both writings of each. */
export function termOf(word: Word): string {
  return isMarked(word) ? `=${word.marked}` : word.bare;
}

/** Of a term, without marks. */
export function bareOf(term: string): string {
  return term.startsWith("=") ? searchKey(term.slice(1)) : term;
}

/** The words of the courses. */
export interface KnownWords {
  /** Whether a word stands in a course, marks aside. */
  readonly has: (bare: string) => boolean;
  /** How it is written there. */
  readonly writings: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bares: readonly string[];
}

export function knownWords(texts: readonly string[]): KnownWords {
  const writings = new Map<string, Set<string>>();
  for (const { bare, marked } of texts.flatMap((text) => wordsOf(text))) {
    const known = writings.get(bare) ?? new Set();
    writings.set(bare, known.add(marked));
  }
  return { has: (bare) => writings.has(bare), writings, bares: [...writings.keys()] };
}

/** Whether that very word stands in a course; without marks, also the beginning of one. */
export function isKnown(word: Word, known: KnownWords): boolean {
  if (isMarked(word)) return known.writings.get(word.bare)?.has(word.marked) ?? false;
  return known.has(word.bare) || beginsOther(word.bare, known);
}

/** Two letters begin too much. */
const FEWEST_LETTERS_OF_A_BEGINNING = 3;

/** Whether a word is looked for as the beginning of others: one that is whole by itself is not. */
export function beginsOther(bare: string, known: KnownWords): boolean {
  return (
    bare.length >= FEWEST_LETTERS_OF_A_BEGINNING &&
    !known.has(bare) &&
    known.bares.some((each) => each.startsWith(bare))
  );
}

const MISTAKE_FROM_LETTERS = 3;
/** A short word with its marks is taken as it stands, unless many others around it say what is meant. */
const MARKED_MISTAKE_FROM_LETTERS = 4;

/**
 * Words that may be meant by one with marks: those that it says with marks missing, or with one mistake.
 * Never one with other marks: who types "lúa" does not mean "lừa".
 */
export function likelyWords(
  word: Word,
  known: KnownWords,
  { amongMany }: { readonly amongMany: boolean },
): readonly Word[] {
  const fewest = isMarked(word) && !amongMany ? MARKED_MISTAKE_FROM_LETTERS : MISTAKE_FROM_LETTERS;
  const bares = word.bare.length < fewest ? [] : mistakenFor(word.bare, known);
  return [word.bare, ...bares].flatMap((bare) =>
    [...(known.writings.get(bare) ?? [])]
      .filter((marked) => saysNothingElse(word.marked, marked))
      .map((marked) => ({ bare, marked })),
  );
}

function mistakenFor(typed: string, known: KnownWords): readonly string[] {
  const swapped = new Set(swaps(typed));
  return known.bares.filter((bare) => swapped.has(bare) || differsByOne(typed, bare));
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const VOWEL_MARKS = /[\u0302\u0306\u031B]|đ/gu;
/** With its tone as a letter. */
const SHORT_WORD = 5;

/** Whether every mark of one word stands in the other too: of one with a tone the marks are all there. */
function saysNothingElse(typed: string, meant: string): boolean {
  const [given, there] = [typed.normalize("NFD"), meant.normalize("NFD")];
  const within = (which: RegExp) => {
    const has = new Set(marksOf(there, which));
    return marksOf(given, which).every((mark) => has.has(mark));
  };
  const isWhole = marksOf(given, TONES).length > 0 && given.length < SHORT_WORD;
  return (
    within(TONES) &&
    within(VOWEL_MARKS) &&
    (!isWhole || marksOf(given, VOWEL_MARKS).length === marksOf(there, VOWEL_MARKS).length)
  );
}

function marksOf(decomposed: string, which: RegExp): readonly string[] {
  return decomposed.match(which) ?? [];
}

/** One letter more, less or other. */
function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let begin = 0;
  while (begin < short.length && short[begin] === long[begin]) begin += 1;
  return short.slice(begin + (short.length === long.length ? 1 : 0)) === long.slice(begin + 1);
}
