import dictionary from "dictionary-vi";
import nspell from "nspell";

import { textsOf } from "./course-texts.ts";
import { type Checked, type Finding, findingAt } from "./finding.ts";

const spell = nspell(dictionary);

/** Latin letters of one syllable or foreign word; "H'Lan" is one. */
const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’]\p{Script=Latin}+)?/gu;
/** Where a language is taught, how its words are read stands in brackets. */
const IN_BRACKETS = /\([^)]*\)/gu;
/** The mark belongs on the first vowel: "hòa", "khỏe", "thúy"; not in "quý". */
const OLD_MARK = /o[àáảãạèéẻẽẹ]$|(?<!q)u[ỳýỷỹỵ]$/iu;
/** "GTGT"; also a letter that stands alone, as in "cột B". */
const ABBREVIATION = /^[A-ZĐ]{1,6}$|^\p{L}$/u;
const NOT_WORDS = /\b(?:https?:\/\/\S+|\S+\.(?:vn|com|net|org)\S*|\S+@\S+)/giu;

export type Speller = (word: string) => "right" | "unknown" | "old-mark";

/**
 * Judges Vietnamese words by the dictionary and the house's list of names and foreign words.
 * @param own one word a line; what follows # is a remark
 */
export function spellerOf(own: string): Speller {
  const known = new Set(wordsIn(own.replaceAll(/#.*$/gmu, "")).map((word) => word.toLowerCase()));
  return (word) => {
    const small = word.toLowerCase();
    if (known.has(small) || ABBREVIATION.test(word)) return "right";
    if (OLD_MARK.test(small)) return "old-mark";
    const forms = [small, word, withOldMark(small)];
    return forms.some((form) => spell.correct(form)) ? "right" : "unknown";
  };
}

const NEW_MARKS = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";
const OLD_MARKS = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";

/** As the dictionary writes it: "khoá" for "khóa". */
function withOldMark(word: string): string {
  const at = NEW_MARKS.indexOf(word.slice(-2));
  return at < 0 || at % 2 === 1 ? word : word.slice(0, -2) + OLD_MARKS.slice(at, at + 2);
}

function wordsIn(text: string): readonly string[] {
  return text.replaceAll(NOT_WORDS, " ").match(WORD) ?? [];
}

/** Words that no list knows. What a course teaches as foreign is known all through it. */
export function checkSpelling(checked: Checked, speller: Speller): readonly Finding[] {
  const texts = textsOf(checked.course, checked.files);
  const foreign = new Set(
    texts
      .filter(({ lang, kind }) => lang !== "vi" || kind === "reading")
      .flatMap(({ text }) => wordsIn(text))
      .map((word) => word.toLowerCase()),
  );
  const told = new Set<string>();
  const isOfLanguage = checked.course.subject === "language";
  return texts
    .filter(({ lang, kind }) => lang === "vi" && kind !== "reading")
    .flatMap(({ file, text, unmarked }) =>
      wordsIn(isOfLanguage ? unmarked.replaceAll(IN_BRACKETS, " ") : text).flatMap((word) => {
        const verdict = foreign.has(word.toLowerCase()) ? "right" : speller(word);
        if (verdict === "right" || told.has(`${file} ${word}`)) return [];
        told.add(`${file} ${word}`);
        const message =
          verdict === "old-mark"
            ? `“${word}”: dấu thanh đặt sai chỗ, viết như hòa, khỏe, thúy.`
            : `“${word}” không có trong từ điển. Sửa chính tả, hoặc thêm vào words.txt của khóa học.`;
        return [findingAt(checked, { file, text: word }, message)];
      }),
    );
}
