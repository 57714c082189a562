import type { Helper } from "#app/domain/identity/index.ts";

import type { Answers, LearningAct } from "./acts.ts";

export const FINAL_LESSON_ID = "final";

export interface LessonProgress {
  readonly lessonId: string;
  readonly contentVersion: string;
  readonly openedAt: Date;
  readonly completedAt: Date | null;
  /** Nominal minutes, credited on completion. */
  readonly minutes: number;
  readonly attempts: number;
  /** Best result, 0 to 1; null before the first attempt. */
  readonly bestScaled: number | null;
  readonly lastAttemptId: string | null;
  /** Ids of the tasks that she did in real life and ticked, in the order of their names. */
  readonly practised: readonly string[];
  /** Who helped when it was completed; null: nobody. */
  readonly helper: Helper | null;
}

export interface AttemptResult {
  readonly id: string;
  readonly lessonId: string;
  readonly contentVersion: string;
  readonly submittedAt: Date;
  readonly scoreRaw: number;
  readonly scoreMax: number;
  readonly passed: boolean;
  readonly answers: Answers;
  /** Ids of the questions that were asked, in their order; empty: all of the lesson. */
  readonly questions: readonly string[];
  /** Who helped; null: nobody. */
  readonly helper: Helper | null;
  /** When it reached the server, if it was answered without signal. */
  readonly receivedAt: Date | null;
}

/** Where one person stands in one course; a function of the acts alone. */
export interface CourseState {
  readonly startedAt: Date;
  readonly lastActAt: Date;
  readonly completedAt: Date | null;
  /** Best result of the final test, or of what stands for it, 0 to 1. */
  readonly finalScaled: number | null;
  readonly lessons: ReadonlyMap<string, LessonProgress>;
  readonly attempts: ReadonlyMap<string, AttemptResult>;
}

/**
 * The next state. An act that was applied before changes nothing, and acts may come in any order: what
 * was done without signal arrives late and from several phones.
 */
export function applyAct(state: CourseState | null, act: LearningAct): CourseState {
  const before: CourseState = state ?? {
    startedAt: act.at,
    lastActAt: act.at,
    completedAt: null,
    finalScaled: null,
    lessons: new Map(),
    attempts: new Map(),
  };
  const moved: CourseState = {
    ...before,
    startedAt: earlier(before.startedAt, act.at),
    lastActAt: later(before.lastActAt, act.receivedAt ?? act.at),
  };
  switch (act.kind) {
    case "opened":
      return withLesson(moved, act, (lesson) => lesson);
    case "attempted":
      return moved.attempts.has(act.attemptId) ? moved : withAttempt(moved, act);
    case "scored":
      return withLesson(act.deciding ? withFinal(moved, act.scaled) : moved, act, (lesson) => ({
        ...lesson,
        bestScaled: Math.max(lesson.bestScaled ?? 0, act.scaled),
      }));
    case "practised":
      return withLesson(moved, act, (lesson) => ({
        ...lesson,
        practised: [...new Set([...lesson.practised, act.practiceId])].toSorted(),
      }));
    case "lesson-completed":
      return withLesson(moved, act, (lesson) => {
        const completion = {
          completedAt: act.at,
          minutes: act.minutes,
          contentVersion: act.contentVersion,
          helper: act.helper ?? null,
        };
        return completesEarlier(lesson, completion) ? { ...lesson, ...completion } : lesson;
      });
    case "course-completed":
      return { ...moved, completedAt: earlier(moved.completedAt ?? act.at, act.at) };
  }
}

type Completion = Pick<LessonProgress, "completedAt" | "minutes" | "contentVersion" | "helper">;

/** Whether a completion comes before the one that is known: a lesson counts as of the first time. */
export function completesEarlier(known: Completion | undefined, one: Completion): boolean {
  if (known === undefined || known.completedAt === null) return true;
  return orderOf(one) < orderOf(known);
}

/** As a text that sorts by time; what happened in the same millisecond has an order, too. */
function orderOf({ completedAt, minutes, contentVersion, helper }: Completion): string {
  const at = completedAt?.toISOString() ?? "";
  return [at, contentVersion, helper ?? "", String(minutes).padStart(4, "0")].join(" ");
}

/** Completed lessons, the final test not counted. */
export function lessonsDone(state: CourseState): number {
  return [...state.lessons.values()].filter(
    ({ lessonId, completedAt }) => lessonId !== FINAL_LESSON_ID && completedAt !== null,
  ).length;
}

/** Nominal minutes of what was completed. */
export function minutesLearned(state: CourseState): number {
  return [...state.lessons.values()].reduce((sum, { minutes }) => sum + minutes, 0);
}

function withAttempt(
  state: CourseState,
  act: Extract<LearningAct, { kind: "attempted" }>,
): CourseState {
  const attempt: AttemptResult = {
    id: act.attemptId,
    lessonId: act.lessonId,
    contentVersion: act.contentVersion,
    submittedAt: act.at,
    scoreRaw: act.raw,
    scoreMax: act.max,
    passed: act.passed,
    answers: act.answers,
    questions: act.questions ?? [],
    helper: act.helper ?? null,
    receivedAt: act.receivedAt ?? null,
  };
  const scaled = act.raw / act.max;
  const judged = act.lessonId === FINAL_LESSON_ID ? withFinal(state, scaled) : state;
  return withLesson(
    { ...judged, attempts: new Map([...state.attempts, [attempt.id, attempt]]) },
    act,
    (lesson) => ({
      ...lesson,
      attempts: lesson.attempts + 1,
      bestScaled: Math.max(lesson.bestScaled ?? 0, scaled),
      lastAttemptId: isLater(attempt, state.attempts.get(lesson.lastAttemptId ?? ""))
        ? attempt.id
        : lesson.lastAttemptId,
    }),
  );
}

function isLater(one: AttemptResult, other: AttemptResult | undefined): boolean {
  if (other === undefined) return true;
  const [a, b] = [one.submittedAt.getTime(), other.submittedAt.getTime()];
  return a > b || (a === b && one.id > other.id);
}

function withFinal(state: CourseState, scaled: number): CourseState {
  return { ...state, finalScaled: Math.max(state.finalScaled ?? 0, scaled) };
}

function withLesson(
  state: CourseState,
  act: LearningAct,
  change: (lesson: LessonProgress) => LessonProgress,
): CourseState {
  const before = state.lessons.get(act.lessonId) ?? {
    lessonId: act.lessonId,
    contentVersion: act.contentVersion,
    openedAt: act.at,
    completedAt: null,
    minutes: 0,
    attempts: 0,
    bestScaled: null,
    lastAttemptId: null,
    practised: [],
    helper: null,
  };
  const lesson = change({ ...before, ...firstSeen(before, act) });
  return { ...state, lessons: new Map([...state.lessons, [lesson.lessonId, lesson]]) };
}

/** When she first met the lesson, and in which text; once it is completed, the text it was completed in. */
function firstSeen(
  before: Pick<LessonProgress, "openedAt" | "contentVersion" | "completedAt">,
  act: LearningAct,
) {
  const [known, now] = [before.openedAt.getTime(), act.at.getTime()];
  const isFirst = now < known || (now === known && act.contentVersion < before.contentVersion);
  return {
    openedAt: earlier(before.openedAt, act.at),
    contentVersion:
      isFirst && before.completedAt === null ? act.contentVersion : before.contentVersion,
  };
}

function earlier(a: Date, b: Date): Date {
  return a <= b ? a : b;
}

function later(a: Date, b: Date): Date {
  return a >= b ? a : b;
}
