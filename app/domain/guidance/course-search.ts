import MiniSearch, { type Query, type SearchOptions, type SearchResult } from "minisearch";

import { type Course, plainText } from "#app/domain/content/index.ts";

import {
  bareOf,
  beginsOther,
  isKnown,
  isMarked,
  type KnownWords,
  knownWords,
  likelyWords,
  termOf,
  type Word,
  wordsOf,
} from "./known-words.ts";
import { inOwnWords } from "./other-names.ts";
import { readTelex, readVni, splitInto, swaps } from "./raw-typing.ts";

/** What of a course can be searched. */
export interface SearchableCourse {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly needs: readonly string[];
  readonly outcomes: readonly string[];
  readonly lessons: readonly SearchableLesson[];
}

interface SearchableLesson {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly headings: readonly string[];
}

/** A lesson that is about what was typed. */
export interface LessonHit {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

export interface CourseHit {
  readonly courseId: string;
  /** At most a few; none when only the course as a whole fits. */
  readonly lessons: readonly LessonHit[];
}

export interface SearchFound {
  /** The best first. */
  readonly hits: readonly CourseHit[];
  /** Whether every word was found as typed, in spite of mistakes, or only some of them. */
  readonly how: "as-typed" | "mended" | "near";
  /** Well-known words that may have been meant: "lợn bị ốm". */
  readonly suggestion: string | null;
}

export interface CourseSearch {
  readonly find: (typed: string) => SearchFound;
}

const WORDS_AT_MOST = 12;
const LETTERS_AT_MOST = 40;
const LESSONS_AT_MOST = 3;
const NEAR_AT_MOST = 3;
const MISTAKE_FROM_LETTERS = 3;
/** A mistake may make another known word; with so many words, a title that fits is no accident. */
const WORDS_OF_A_TITLE = 3;

const INDEXED = ["title", "needs", "text", "more"] as const;
interface Entry extends Readonly<Record<(typeof INDEXED)[number], string>> {
  readonly id: string;
  readonly courseId: string;
  readonly lesson: SearchableLesson | null;
}

export function searchableCourse(course: Course): SearchableCourse {
  const { id, title, summary, needs, outcomes, lessons } = course;
  return {
    id,
    title,
    summary,
    needs,
    outcomes,
    lessons: lessons.map((lesson, index) => ({
      id: lesson.id,
      number: index + 1,
      title: lesson.title,
      goal: lesson.goal,
      headings: lesson.blocks.flatMap((block) =>
        block.type === "heading" ? [plainText(block.children)] : [],
      ),
    })),
  };
}

/**
 * Words of titles, needs, summaries, outcomes, lessons and their headings. Marks that are typed count; a
 * word without any is every word that is written with its letters.
 */
export function openCourseSearch(courses: readonly SearchableCourse[]): CourseSearch {
  const entries = courses.flatMap((course) => entriesOf(course));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({ fields: [...INDEXED], tokenize: termsOf, processTerm });
  index.addAll(entries);
  const known = knownWords(entries.flatMap((entry) => INDEXED.map((name) => entry[name])));

  const ask = (queries: readonly Query[], combineWith: "AND" | "OR") =>
    index.search({ combineWith, queries: [...queries] }, OPTIONS);
  const findWords = (words: readonly Word[]): SearchFound => {
    const found = (results: readonly SearchResult[], how: SearchFound["how"]): SearchFound => ({
      hits: hitsOf(results, byId),
      how,
      suggestion: how === "as-typed" ? null : suggestionOf(courses, results, words),
    });
    if (words.length === 0) return found([], "as-typed");
    const typedRightly = words.every((word) => isKnown(word, known));
    const exact = typedRightly
      ? ask(
          words.map((word) => asTyped(word, known)),
          "AND",
        )
      : [];
    if (exact.length > 0 && words.length < WORDS_OF_A_TITLE) return found(exact, "as-typed");
    const hasMarks = words.some((word) => isMarked(word));
    const amongMany = words.length >= WORDS_OF_A_TITLE;
    const mends = words.map((word) =>
      hasMarks ? likely(word, known, amongMany) : mended(word, known),
    );
    const guessed = ask(mends, "AND");
    if (exact.length > 0) return found([...exact, ...guessed.filter(isTitled(words))], "as-typed");
    if (guessed.length > 0) return found(guessed, "mended");
    const some = found(ask(mends, "OR"), "near");
    return { ...some, hits: some.hits.slice(0, NEAR_AT_MOST) };
  };

  return {
    find(typed) {
      const found = findWords(typedWords(typed));
      const otherwise =
        found.how === "as-typed" && found.hits.length > 0 ? null : inOwnWords(typed);
      const meant = otherwise === null ? found : findWords(typedWords(otherwise));
      return meant.how === "as-typed" ? meant : found;
    },
  };
}

function typedWords(typed: string): readonly Word[] {
  return wordsOf(typed)
    .slice(0, WORDS_AT_MOST)
    .map(({ bare, marked }) => ({
      bare: bare.slice(0, LETTERS_AT_MOST),
      marked: marked.slice(0, LETTERS_AT_MOST),
    }));
}

const OPTIONS: SearchOptions = { boost: { title: 5, needs: 4, text: 1, more: 0.5 } };

/** Whether every word of a longer question was met in one title, mistakes aside. */
function isTitled(words: readonly Word[]): (result: SearchResult) => boolean {
  return ({ match }) =>
    Object.values(match).filter((fields) => fields.includes("title")).length >= words.length;
}

/** Each word without marks, and as it is written when it has some. */
function termsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => [...new Set([word.bare, termOf(word)])]);
}

function processTerm(word: string): string {
  return word;
}

function entriesOf(course: SearchableCourse): readonly Entry[] {
  const { id, title, summary, needs, outcomes, lessons } = course;
  const whole = {
    id,
    courseId: id,
    lesson: null,
    title,
    needs: needs.join("\n"),
    text: summary,
    more: [...outcomes, ...lessons.map((lesson) => lesson.title)].join("\n"),
  };
  const parts = lessons.map((lesson) => ({
    id: `${id} ${lesson.id}`,
    courseId: id,
    lesson,
    title: lesson.title,
    needs: "",
    text: lesson.headings.join("\n"),
    more: lesson.goal,
  }));
  return [whole, ...parts];
}

function asTyped(word: Word, known: KnownWords): Query {
  return { queries: [termOf(word)], prefix: !isMarked(word) && beginsOther(word.bare, known) };
}

/** Of somebody who sets marks: the words that one with marks may be meant for. */
function likely(word: Word, known: KnownWords, amongMany: boolean): Query {
  const terms = likelyWords(word, known, { amongMany }).map((each) => termOf(each));
  return { combineWith: "OR", queries: [...terms, ...missingBlanks(word, known)] };
}

function missingBlanks({ bare }: Word, known: KnownWords): readonly Query[] {
  const parts = known.has(bare) ? null : splitInto(bare, known);
  return parts === null ? [] : [{ combineWith: "AND", queries: [...parts] }];
}

/** The word, a word that one mistake makes of it, or several whose blanks are missing. */
function mended(word: Word, known: KnownWords): Query {
  const { bare } = word;
  const readings = new Set([readTelex(bare), readVni(bare)]);
  readings.delete(bare);
  const mistaken = bare.length >= MISTAKE_FROM_LETTERS;
  const queries: Query[] = [
    { queries: [bare], prefix: mistaken, fuzzy: mistaken ? 1 : false },
    ...[...readings]
      .filter((reading) => reading !== "")
      .map((reading): Query => ({ queries: [reading], prefix: beginsOther(reading, known) })),
    ...(mistaken ? swaps(bare).filter((swapped) => known.has(swapped)) : []),
    ...missingBlanks(word, known),
  ];
  return { combineWith: "OR", queries };
}

/** By course, in the order of the best that was found in each. */
function hitsOf(
  results: readonly SearchResult[],
  byId: ReadonlyMap<string, Entry>,
): readonly CourseHit[] {
  const hits = new Map<string, LessonHit[]>();
  for (const result of results) {
    const entry = byId.get(String(result.id));
    if (entry === undefined) continue;
    const lessons = hits.get(entry.courseId) ?? [];
    hits.set(entry.courseId, lessons);
    if (entry.lesson === null || lessons.length >= LESSONS_AT_MOST) continue;
    const { id, number, title } = entry.lesson;
    lessons.push({ id, number, title });
  }
  return [...hits].map(([courseId, lessons]) => ({ courseId, lessons }));
}

/** Of the needs and titles of what was found best, the one that says most of what was typed. */
function suggestionOf(
  courses: readonly SearchableCourse[],
  results: readonly SearchResult[],
  typed: readonly Word[],
): string | null {
  const [best] = results;
  const course = courses.find(({ id }) => id === String(best?.id).split(" ")[0]);
  if (best === undefined || course === undefined) return null;
  const matched = new Set(best.terms.map((term) => bareOf(term)));
  const phrases = [...course.needs, course.title, ...course.lessons.map(({ title }) => title)];
  const [first] = phrases
    .map((phrase) => {
      const words = wordsOf(phrase).map(({ bare }) => bare);
      const said = new Set(words.filter((word) => matched.has(word))).size;
      return { phrase, said, share: said / Math.max(1, words.length) };
    })
    .toSorted((a, b) => b.said - a.said || b.share - a.share);
  if (first === undefined || first.said === 0) return null;
  const said = wordsOf(first.phrase).map(({ marked }) => marked);
  return said.join(" ") === typed.map(({ marked }) => marked).join(" ") ? null : first.phrase;
}
