import type { Db } from "#app/db/index.server.ts";
import type { Course, Lesson, LearningRules } from "#app/domain/content/index.ts";
import { findAccountOpening } from "#app/domain/identity/index.server.ts";
import { canonicalJson } from "#app/domain/kernel/index.ts";

import type { LearningDeps } from "./deps.ts";
import type { HandInItem } from "./hand-in.ts";
import type { Outcome } from "./hand-in.store.server.ts";
import { type ActContext, openedStatement, practisedStatement } from "./learning-statements.ts";
import { findLessonText } from "./lesson-version.store.server.ts";
import { findCourseState, lockCourse, saveCourseState } from "./progress.store.server.ts";
import { lessonAsAsked, type QuizAttempt, readAnswers } from "./quiz-attempt.ts";
import { closeAttempt, lockAttempt } from "./quiz-attempt.store.server.ts";
import { recordActs } from "./record-acts.server.ts";
import { type Learner, recordQuiz } from "./record-quiz.server.ts";
import { hasPractice } from "./tick-practice.server.ts";
import { attemptIdOf } from "./tries.ts";
import { countsAt, happenedAt } from "./when-it-happened.ts";

export interface HandInDeps extends LearningDeps {
  readonly learningRules: LearningRules;
}

/** An act that arrived, and when. */
export interface ArrivedItem {
  readonly learner: Learner;
  readonly item: HandInItem;
  readonly receivedAt: Date;
}

export interface Applied {
  readonly outcome: Outcome;
  readonly attemptId: string | null;
  readonly happenedAt: Date;
}

type QuizAct = Extract<HandInItem["act"], { kind: "quiz" }>;

/** What an arrived act is counted by. */
interface Known {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly happened: Date;
  readonly counts: Date;
}

/**
 * Counts one act that was done without signal, in the caller's transaction. Never refused: what cannot
 * be counted is set aside, and its caller keeps it.
 */
export async function applyItem(db: Db, deps: HandInDeps, arrived: ArrivedItem): Promise<Applied> {
  const { learner, item, receivedAt } = arrived;
  const { act } = item;
  const draw = act.kind === "quiz" ? await lockAttempt(db, learner, act.token) : null;
  const notBefore =
    draw?.drawnAt ?? (await findAccountOpening(db, learner.accountId)) ?? receivedAt;
  const happened = happenedAt(item, { notBefore, receivedAt }, deps.learningRules);
  const counts = countsAt(happened, receivedAt, deps.learningRules);
  const setAside = { outcome: "set-aside" as const, attemptId: null, happenedAt: happened };

  const course = deps.catalogue().find(({ id }) => id === act.courseId);
  const version = draw?.contentVersion ?? act.contentVersion;
  const lesson = await findLessonText(db, deps.catalogue(), { ...act, version });
  if (course === undefined || lesson === null) return setAside;
  const known = { course, lesson, happened, counts };
  if (!mayCount(act, draw, lesson)) return setAside;
  if (act.kind === "quiz") return judge(db, deps, arrived, { ...known, act, draw });
  await recordReading(db, deps, arrived, known);
  return { outcome: "recorded", attemptId: null, happenedAt: happened };
}

/** Whether an act is one that can have been done. */
function mayCount(act: HandInItem["act"], draw: QuizAttempt | null, lesson: Lesson): boolean {
  switch (act.kind) {
    case "opened":
      return true;
    case "practised":
      return hasPractice(lesson.blocks, act.practiceId);
    case "quiz":
      // An assessed quiz is one that was drawn here; else its pool could be tried without end.
      if (draw === null) return lesson.kind !== "final";
      return draw.courseId === act.courseId && draw.lessonId === act.lessonId;
  }
}

function contextOf(deps: HandInDeps, arrived: ArrivedItem, known: Known): ActContext {
  const { accountId, helper } = arrived.learner;
  const { phoneTime: shown, offsetMs } = arrived.item;
  const { course, lesson, happened: at } = known;
  const phoneTime = { shown, offsetMs, receivedAt: arrived.receivedAt };
  return { baseIri: deps.baseIri, accountId, course, lesson, at, helper, phoneTime };
}

async function recordReading(
  db: Db,
  deps: HandInDeps,
  arrived: ArrivedItem,
  known: Known,
): Promise<void> {
  const { learner, item } = arrived;
  const { communeId, personId } = learner;
  const of = { communeId, personId, courseId: known.course.id };
  await lockCourse(db, of, known.happened);
  const before = await findCourseState(db, of);
  const context = contextOf(deps, arrived, known);
  const statement =
    item.act.kind === "practised"
      ? practisedStatement(context, item.act.practiceId, item.id)
      : openedStatement(context, item.id);
  const after = await recordActs(db, deps, learner, before, [statement]);
  if (after === null) throw new Error(`statements of ${known.course.id} stand without progress`);
  await saveCourseState(db, of, before, after);
}

async function judge(
  db: Db,
  deps: HandInDeps,
  arrived: ArrivedItem,
  known: Known & { readonly act: QuizAct; readonly draw: QuizAttempt | null },
): Promise<Applied> {
  const { learner, receivedAt } = arrived;
  const { act, draw, course, happened, counts } = known;
  const lesson = lessonAsAsked(known.lesson, draw?.questions ?? []);
  const given = readAnswers(
    lesson.questions.map(({ id }) => id),
    act.answers,
  );
  const answers = { ...draw?.answers, ...given };
  const attemptId = attemptIdOf(learner.accountId, act.token);
  const { phoneTime } = contextOf(deps, arrived, known);
  const { before } = await recordQuiz(db, deps, learner, {
    course,
    lesson,
    attemptId,
    answers,
    at: happened,
    countsAt: counts,
    phoneTime,
  });
  if (draw?.closedAt === null)
    await closeAttempt(db, learner, draw.id, { answers, at: receivedAt });
  if (before === null) return { outcome: "recorded", attemptId, happenedAt: happened };
  const isSame = canonicalJson({ ...before }) === canonicalJson({ ...answers });
  return { outcome: isSame ? "same" : "already-judged", attemptId, happenedAt: happened };
}
