import { v7 as uuidv7 } from "uuid";

import type { Transact } from "#app/db/index.server.ts";
import type { Course } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import type { Answers, HandInAct, HandInItem } from "#app/domain/learning/index.ts";
import { handIn, type HandInDeps } from "#app/domain/learning/index.server.ts";
import { courseWith, LEARNING_RULES, lessonWith, STATEMENT_IDS } from "#tests/setup/course.ts";
import { addPerson, addVillage, NOW } from "#tests/setup/people.ts";

export const BASE_IRI = "https://nep-hoc.example/xapi";
export const DAY_MS = 24 * 60 * 60 * 1000;

export const RIGHT = { q1: ["0"], q2: ["0"] };
export const WRONG = { q1: ["1"], q2: ["1"] };

export const V1 = "a".repeat(64);
export const V2 = "b".repeat(64);

export interface Learning extends HandInDeps {
  readonly pass: (milliseconds: number) => void;
  /** Lays in another edition of the courses. */
  readonly publish: (...courses: readonly Course[]) => void;
}

/** A product with one course, whose clock stands until it is told to go on. */
export function learning(transact: Transact, ...courses: readonly Course[]): Learning {
  let now = NOW.getTime();
  let catalogue = courses.length === 0 ? [courseWith()] : courses;
  return {
    transact,
    catalogue: () => catalogue,
    learningRules: LEARNING_RULES,
    baseIri: BASE_IRI,
    statementIds: STATEMENT_IDS,
    now: () => new Date(now),
    newId: () => uuidv7(),
    pass: (milliseconds) => {
      now += milliseconds;
    },
    publish: (...editions) => {
      catalogue = editions;
    },
  };
}

export async function learner(transact: Transact): Promise<Actor> {
  return addPerson(transact, { villageId: await addVillage(transact) });
}

/** A final test of a pool; "0" is always right. */
export function pool(size: number, quiz: Partial<Course["final"]["quiz"]> = {}): Course {
  const [question] = lessonWith().questions;
  if (question === undefined) throw new Error("the lesson has no question");
  const questions = Array.from({ length: size }, (_, index) => ({
    ...question,
    id: `q${index + 1}`,
  }));
  return courseWith({
    final: lessonWith({
      id: "final",
      kind: "final",
      title: "Kiểm tra cuối khóa",
      questions,
      quiz: { layout: "all", draw: null, triesADay: null, ...quiz },
    }),
  });
}

/** The same answer to every question. */
export function all(questions: readonly { readonly id: string }[], place: string): Answers {
  return Object.fromEntries(questions.map(({ id }) => [id, [place]]));
}

export const LESSON = { courseId: "khoa-mau", lessonId: "bai-mot" };
export const FINAL = { courseId: "khoa-mau", lessonId: "final" };

/** Where everybody stands, row by row. */
export function standing(transact: Transact) {
  return transact("everywhere", async (db) => ({
    courses: await db.courseProgress.findMany({ orderBy: [{ personId: "asc" }] }),
    lessons: await db.lessonProgress.findMany({
      orderBy: [{ personId: "asc" }, { lessonId: "asc" }],
    }),
    attempts: await db.attempt.findMany({ orderBy: { id: "asc" } }),
  }));
}

export const PHONE = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";

let sequence = 0;
export const itemOf = (act: HandInAct, overrides: Partial<HandInItem> = {}): HandInItem => {
  sequence += 1;
  return {
    id: uuidv7(),
    sequence,
    phoneTime: NOW.toISOString(),
    offsetMs: 0,
    helper: null,
    act,
    ...overrides,
  };
};
export const quizAct = (
  overrides: Partial<Extract<HandInAct, { kind: "quiz" }>> = {},
): HandInAct => ({
  kind: "quiz",
  ...LESSON,
  contentVersion: V1,
  token: uuidv7(),
  answers: RIGHT,
  ...overrides,
});
export const opened: HandInAct = { kind: "opened", ...LESSON, contentVersion: V1 };

export const send = (deps: Learning, her: Actor, ...items: readonly HandInItem[]) =>
  handIn(deps, her, { phoneId: PHONE, carried: "same-phone", items });

/** So long after the first moment of these tests. */
export const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
