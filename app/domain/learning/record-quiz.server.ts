import type { Db } from "#app/db/index.server.ts";
import type { Course, Lesson } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";

import type { Answers } from "./acts.ts";
import {
  type ActContext,
  attemptStatements,
  courseCompletedStatement,
  judgeQuiz,
  lessonCompletedStatement,
  openedStatement,
  type PhoneTime,
} from "./learning-statements.ts";
import { completesEarlier, type CourseState, FINAL_LESSON_ID } from "./progress.ts";
import { findCourseState, lockCourse, saveCourseState } from "./progress.store.server.ts";
import type { OwnStatementDeps } from "./own-statements.server.ts";
import { recordActs } from "./record-acts.server.ts";

/** Who learns, and who helps her. */
export type Learner = Pick<Actor, "communeId" | "personId" | "accountId" | "helper">;

export interface QuizHandedIn {
  readonly course: Course;
  /** With the questions that were asked alone. */
  readonly lesson: Lesson;
  readonly attemptId: string;
  readonly answers: Answers;
  /** When it was answered. */
  readonly at: Date;
  /** The moment that it counts on; another than `at` for what arrived too late. */
  readonly countsAt: Date;
  readonly phoneTime: PhoneTime | null;
}

/**
 * Judges a quiz, stores its statements and derives her progress from them, in the caller's transaction.
 * An attempt that was judged before changes nothing and is answered as it was (`before`).
 */
export async function recordQuiz(
  db: Db,
  deps: OwnStatementDeps,
  learner: Learner,
  quiz: QuizHandedIn,
): Promise<{ readonly before: Answers | null }> {
  const { course, lesson, attemptId, answers, at, phoneTime } = quiz;
  const { communeId, personId, accountId, helper } = learner;
  const of = { communeId, personId, courseId: course.id };
  await lockCourse(db, of, at);
  const known = await findCourseState(db, of);
  const judged = known?.attempts.get(attemptId);
  if (judged !== undefined) return { before: judged.answers };

  const act = { baseIri: deps.baseIri, accountId, course, lesson, at, helper, phoneTime };
  const result = judgeQuiz(lesson, attemptId, answers, percentAsked(course, lesson));
  const record = (state: CourseState | null, ...statements: Parameters<typeof recordActs>[4]) =>
    recordActs(db, deps, learner, state, statements);

  const opened = known?.lessons.has(lesson.id) === true ? [] : [openedStatement(act)];
  let after = await record(known, ...opened, ...attemptStatements(act, result));
  if (result.passed) {
    const counted = { ...act, at: quiz.countsAt };
    after = await record(after, ...lessonCompletions(counted, after, attemptId));
    after = await record(after, ...courseCompletions(counted, after, attemptId));
  }
  if (after === null) throw new Error(`statements of ${course.id} stand without progress`);
  await saveCourseState(db, of, known, after);
  return { before: null };
}

/** Percent that the quiz of this lesson, or the final test, asks. */
function percentAsked(course: Course, lesson: Lesson): number {
  return lesson.kind === "final" ? course.passPercent : course.lessonPassPercent;
}

/** That a passed quiz completes its lesson, where it was not known to be completed so early. */
function lessonCompletions(act: ActContext, state: CourseState | null, attemptId: string) {
  const { lesson, at, helper } = act;
  const known = state?.lessons.get(lesson.id);
  const completion = {
    completedAt: at,
    minutes: lesson.minutes,
    contentVersion: lesson.version,
    helper,
  };
  if (!completesEarlier(known, completion)) return [];
  const isFirst = (known?.completedAt ?? null) === null;
  return [lessonCompletedStatement(act, ...(isFirst ? [] : [attemptId]))];
}

/** That nothing of the course is left: as of the day on which its last part was completed. */
function courseCompletions(act: ActContext, state: CourseState | null, attemptId: string) {
  const parts = [...act.course.lessons.map(({ id }) => id), FINAL_LESSON_ID];
  const days = parts.map((id) => state?.lessons.get(id)?.completedAt ?? null);
  const times = days.flatMap((day) => (day === null ? [] : [day.getTime()]));
  if (times.length < parts.length) return [];
  const at = new Date(Math.max(...times));
  const known = state?.completedAt ?? null;
  if (known !== null && known <= at) return [];
  return [courseCompletedStatement({ ...act, at }, ...(known === null ? [] : [attemptId]))];
}
