import type { Course, Lesson } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, clean, refuse, type Result, Uuid } from "#app/domain/kernel/index.ts";

import type { Answers } from "./acts.ts";
import type { LearningDeps } from "./deps.ts";
import { findLesson, type LessonRef, type UnknownLesson } from "./find-lesson.ts";
import {
  type ActContext,
  attemptStatements,
  courseCompletedStatement,
  idOf,
  judgeQuiz,
  lessonCompletedStatement,
  openedStatement,
} from "./learning-statements.ts";
import { type CourseState, FINAL_LESSON_ID } from "./progress.ts";
import { findCourseState, lockCourse, saveCourseState } from "./progress.store.server.ts";
import { recordActs } from "./record-acts.server.ts";

export interface QuizInput extends LessonRef {
  /** Made when the form was shown: sending the form twice is one attempt. */
  readonly token: string;
  readonly answers: Answers;
}

export type SubmitQuizRefusal =
  | UnknownLesson
  | { readonly code: "token-unreadable" }
  /** Ids of the questions without an answer. */
  | { readonly code: "incomplete"; readonly missing: readonly string[] };

/**
 * Judges a quiz, stores its statements and derives her progress from them, in one transaction. The
 * first time a form's token arrives is the attempt; later arrivals are told its result.
 */
export async function submitQuiz(
  deps: LearningDeps,
  actor: Actor,
  input: QuizInput,
): Promise<Result<{ readonly attemptId: string }, SubmitQuizRefusal>> {
  const found = findLesson(deps.catalogue(), input);
  if (found === null) return refuse({ code: "unknown-lesson" });
  const { course, lesson } = found;
  if (!Uuid.safeParse(input.token).success) return refuse({ code: "token-unreadable" });
  const answers = readAnswers(lesson, input.answers);
  const missing = lesson.questions.filter(({ id }) => answers[id] === undefined);
  if (missing.length > 0) {
    return refuse({ code: "incomplete", missing: missing.map(({ id }) => id) });
  }

  const of = { communeId: actor.communeId, personId: actor.personId, courseId: course.id };
  const attemptId = idOf(actor.accountId, "attempt", input.token);
  return deps.transact(actor.reach, async (db) => {
    const at = deps.now();
    await lockCourse(db, of, at);
    const before = await findCourseState(db, of);
    if (before?.attempts.has(attemptId) === true) return accept({ attemptId });

    const act = { baseIri: deps.baseIri, accountId: actor.accountId, course, lesson, at };
    const quiz = judgeQuiz(lesson, attemptId, answers, asked(course, lesson));
    const record = (state: CourseState | null, ...statements: Parameters<typeof recordActs>[4]) =>
      recordActs(db, actor, deps.baseIri, state, statements);

    const opened = before?.lessons.has(lesson.id) === true ? [] : [openedStatement(act)];
    let after = await record(before, ...opened, ...attemptStatements(act, quiz));
    if (quiz.passed) after = await record(after, ...completions(act, after));
    if (after === null) throw new Error(`statements of ${course.id} stand without progress`);
    await saveCourseState(db, of, before, after);
    return accept({ attemptId });
  });
}

/** Percent that the quiz of this lesson, or the final test, asks. */
function asked(course: Course, lesson: Lesson): number {
  return lesson.kind === "final" ? course.passPercent : course.lessonPassPercent;
}

const ANSWER_LENGTH_AT_MOST = 500;
const CHOICES_AT_MOST = 10;

/** The answers to this lesson's questions alone, cleaned; an empty one is none. */
function readAnswers(lesson: Lesson, given: Answers): Answers {
  const entries = lesson.questions.map(({ id }) => {
    const responses = (given[id] ?? [])
      .slice(0, CHOICES_AT_MOST)
      .map((response) => clean(response).slice(0, ANSWER_LENGTH_AT_MOST))
      .filter((response) => response !== "");
    return [id, responses] as const;
  });
  return Object.fromEntries(entries.filter(([, responses]) => responses.length > 0));
}

/** What a passed quiz completes: its lesson, and the course when nothing is left. */
function completions(act: ActContext, state: CourseState | null) {
  const { course, lesson } = act;
  const done = (lessonId: string) =>
    lessonId === lesson.id || (state?.lessons.get(lessonId)?.completedAt ?? null) !== null;
  const everything = [...course.lessons.map(({ id }) => id), FINAL_LESSON_ID];
  const statements = [];
  if ((state?.lessons.get(lesson.id)?.completedAt ?? null) === null) {
    statements.push(lessonCompletedStatement(act));
  }
  if (everything.every((lessonId) => done(lessonId)) && (state?.completedAt ?? null) === null) {
    statements.push(courseCompletedStatement(act));
  }
  return statements;
}
