const ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?";
/** Vowels without their tone; ă, â, ê, ô, ơ, ư count as letters of their own. */
const VOWELS =
  "(?:iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|uya|uyê|uyu|[aăâ]y|[oôơ]i|ai|ao|au|âu|eo|êu|ia|iê|iu|oa|oă|oe|oo|ua|uâ|uê|uơ|uô|ui|uy|ưa|ươ|ưi|ưu|ya|yê|[aăâeêioôơuưy])";
const CODA = "(?:ch|nh|ng|[cmnpt])?";
const SYLLABLE = new RegExp(`^${ONSET}${VOWELS}${CODA}$`, "u");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/u;

const known = new Map<string, boolean>();
const KNOWN_AT_MOST = 20_000;

/** Whether a word can be one syllable of Vietnamese, with one tone at most. Any case, NFC or NFD. */
export function isSyllable(word: string): boolean {
  const found = known.get(word);
  if (found !== undefined) return found;
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONES)?.length ?? 0;
  const letters = apart.replaceAll(TONES, "").normalize("NFC");
  const isOne = tones <= 1 && SYLLABLE.test(letters) && !isStoppedWrong(apart, letters);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(word, isOne);
  return isOne;
}

/** Syllables that end in a stop have the tones sắc and nặng alone. */
function isStoppedWrong(apart: string, letters: string): boolean {
  if (!/(?:ch|[cpt])$/u.test(letters)) return false;
  return TONED.test(apart) && !/[\u0301\u0323]/u.test(apart);
}
