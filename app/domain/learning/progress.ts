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

/** The next state. An act that was applied before changes nothing. */
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
    lastActAt: act.at > before.lastActAt ? act.at : before.lastActAt,
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
    case "lesson-completed":
      return withLesson(moved, act, (lesson) =>
        lesson.completedAt === null
          ? {
              ...lesson,
              completedAt: act.at,
              minutes: act.minutes,
              contentVersion: act.contentVersion,
            }
          : lesson,
      );
    case "course-completed":
      return { ...moved, completedAt: moved.completedAt ?? act.at };
  }
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
      lastAttemptId: attempt.id,
    }),
  );
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
  };
  const lesson = change({ ...before, openedAt: earlier(before.openedAt, act.at) });
  return { ...state, lessons: new Map([...state.lessons, [lesson.lessonId, lesson]]) };
}

function earlier(a: Date, b: Date): Date {
  return a <= b ? a : b;
}
