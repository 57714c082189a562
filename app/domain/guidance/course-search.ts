import MiniSearch, { type Query, type SearchOptions, type SearchResult } from "minisearch";

import { type Course, plainText } from "#app/domain/content/index.ts";
import { unaccented } from "#app/domain/kernel/index.ts";

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

/** Words of titles, needs, summaries, outcomes, lessons and their headings, marks aside. */
export function openCourseSearch(courses: readonly SearchableCourse[]): CourseSearch {
  const entries = courses.flatMap((course) => entriesOf(course));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({ fields: [...INDEXED], tokenize: wordsOf, processTerm });
  index.addAll(entries);
  const known = new Set(
    entries.flatMap((entry) => INDEXED.flatMap((name) => wordsOf(entry[name]))),
  );
  const isKnown = (word: string) =>
    known.has(word) || (word.length > 1 && [...known].some((each) => each.startsWith(word)));

  const ask = (words: readonly string[], mend: boolean, combineWith: "AND" | "OR") => {
    const queries = words.map((word) => (mend ? mended(word, known) : asTyped(word)));
    return index.search({ combineWith, queries }, OPTIONS);
  };
  const guess = (words: readonly string[]) => ask(words, true, "AND");

  return {
    find(typed) {
      const words = wordsOf(typed)
        .slice(0, WORDS_AT_MOST)
        .map((word) => word.slice(0, LETTERS_AT_MOST));
      const found = (results: readonly SearchResult[], how: SearchFound["how"]): SearchFound => ({
        hits: hitsOf(results, byId),
        how,
        suggestion: how === "as-typed" ? null : suggestionOf(courses, results, words),
      });
      if (words.length === 0) return found([], "as-typed");
      const typedRightly = words.every((word) => isKnown(word));
      const exact = typedRightly ? ask(words, false, "AND") : [];
      const guessed = exact.length > 0 && words.length < WORDS_OF_A_TITLE ? [] : guess(words);
      if (exact.length > 0)
        return found([...exact, ...guessed.filter(isTitled(words))], "as-typed");
      if (guessed.length > 0) return found(guessed, "mended");
      const some = found(ask(words, true, "OR"), "near");
      return { ...some, hits: some.hits.slice(0, NEAR_AT_MOST) };
    },
  };
}

const OPTIONS: SearchOptions = { boost: { title: 5, needs: 4, text: 1, more: 0.5 } };

/** Whether every word of a longer question was met in one title, mistakes aside. */
function isTitled(words: readonly string[]): (result: SearchResult) => boolean {
  return ({ match }) =>
    Object.values(match).filter((fields) => fields.includes("title")).length >= words.length;
}

function wordsOf(text: string): string[] {
  return unaccented(text)
    .split(" ")
    .filter((word) => word !== "");
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

function asTyped(word: string): Query {
  return { queries: [word], prefix: word.length > 1 };
}

/** The word, a word that one mistake makes of it, or several whose blanks are missing. */
function mended(word: string, known: ReadonlySet<string>): Query {
  const readings = new Set([readTelex(word), readVni(word)]);
  readings.delete(word);
  const mistaken = word.length >= MISTAKE_FROM_LETTERS;
  const parts = known.has(word) ? null : splitInto(word, known);
  const queries: Query[] = [
    { queries: [word], prefix: word.length > 1, fuzzy: mistaken ? 1 : false },
    ...[...readings]
      .filter((reading) => reading !== "")
      .map((reading): Query => ({ queries: [reading], prefix: reading.length > 1 })),
    ...(mistaken ? swaps(word).filter((swapped) => known.has(swapped)) : []),
    ...(parts === null ? [] : [{ combineWith: "AND" as const, queries: [...parts] }]),
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
  typed: readonly string[],
): string | null {
  const [best] = results;
  const course = courses.find(({ id }) => id === String(best?.id).split(" ")[0]);
  if (best === undefined || course === undefined) return null;
  const matched = new Set(best.terms);
  const phrases = [...course.needs, course.title, ...course.lessons.map(({ title }) => title)];
  const [first] = phrases
    .map((phrase) => {
      const words = wordsOf(phrase);
      const said = new Set(words.filter((word) => matched.has(word))).size;
      return { phrase, said, share: said / Math.max(1, words.length) };
    })
    .toSorted((a, b) => b.said - a.said || b.share - a.share);
  if (first === undefined || first.said === 0) return null;
  return wordsOf(first.phrase).join(" ") === typed.join(" ") ? null : first.phrase;
}
