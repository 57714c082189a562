const TELEX_TONES_AND_HOOKS = /[sfrxjwz]/gu;
const FIRST_VOWEL = /[aeiouy]/u;

/**
 * What a word typed with Telex means when the phone's Vietnamese keys were off, without marks:
 * "lonw" is "lon", "bij" is "bi", "ddieenj" is "dien". The word itself when it cannot be Telex.
 * @param word one word as `unaccented` leaves it
 */
export function readTelex(word: string): string {
  const started = word.replace(/^dd/u, "d").replace(/^w/u, "u");
  const vowel = started.search(FIRST_VOWEL);
  if (vowel === -1) return word;
  const onset = started.slice(0, vowel);
  // No syllable of Vietnamese ends in one of these letters, so behind a vowel they are marks.
  const rime = started.slice(vowel).replaceAll(TELEX_TONES_AND_HOOKS, "").replace(/d$/u, "");
  return onset + rime.replaceAll(/(?<letter>[aeo])\k<letter>/gu, "$<letter>");
}

/** The same for VNI, which writes marks as digits: "lo7n" is "lon", "d9ie6n5" is "dien". */
export function readVni(word: string): string {
  return /^[a-z]/u.test(word) ? word.replaceAll(/(?<=[a-z]\d*)\d/gu, "") : word;
}

/** The word with two neighbouring letters changed for one another, once each. */
export function swaps(word: string): readonly string[] {
  const letters = Array.from(word);
  return letters.slice(1).flatMap((letter, index) => {
    const before = letters[index] ?? "";
    if (before === letter) return [];
    return [[...letters.slice(0, index), letter, before, ...letters.slice(index + 2)].join("")];
  });
}

const FEWEST_LETTERS = 2;

/** The fewest known words that written without blanks give the word, or null: "banhang" → ban, hang. */
export function splitInto(
  word: string,
  known: { readonly has: (word: string) => boolean },
): readonly string[] | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = 0; start <= end - FEWEST_LETTERS; start += 1) {
      const before = best[start] ?? null;
      const piece = word.slice(start, end);
      if (before === null || !known.has(piece)) continue;
      const shorter = (best[end]?.length ?? Number.POSITIVE_INFINITY) > before.length + 1;
      if (shorter) best[end] = [...before, piece];
    }
  }
  return best[word.length] ?? null;
}
