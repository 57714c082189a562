import type { Db } from "#app/db/index.server.ts";
import { Helper } from "#app/domain/identity/index.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import { Answers } from "./acts.ts";
import {
  type AttemptResult,
  type CourseState,
  type LessonProgress,
  lessonsDone,
  minutesLearned,
} from "./progress.ts";

/** Whose progress, in which course. */
export interface CourseOfPerson {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly courseId: string;
}

/** Makes the acts of one person in one course follow one another until the transaction ends. */
export async function lockCourse(db: Db, of: CourseOfPerson, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO course_progress
      (commune_id, person_id, course_id, started_at, last_act_at, lessons_done, minutes)
    VALUES (${of.communeId}::uuid, ${of.personId}::uuid, ${of.courseId}, ${now}, ${now}, 0, 0)
    ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    SELECT 1 FROM course_progress WHERE commune_id = ${of.communeId}::uuid
      AND person_id = ${of.personId}::uuid AND course_id = ${of.courseId} FOR UPDATE`;
}

/** Null when nothing was ever done in the course. */
export async function findCourseState(db: Db, of: CourseOfPerson): Promise<CourseState | null> {
  const where = { communeId: of.communeId, personId: of.personId, courseId: of.courseId };
  const course = await db.courseProgress.findUnique({
    where: { communeId_personId_courseId: where },
  });
  const lessons = await db.lessonProgress.findMany({ where });
  if (course === null || lessons.length === 0) return null;
  const attempts = await db.attempt.findMany({ where, orderBy: { submittedAt: "asc" } });
  return {
    startedAt: course.startedAt,
    lastActAt: course.lastActAt,
    completedAt: course.completedAt,
    finalScaled: course.finalScaled,
    lessons: new Map(lessons.map((row) => [row.lessonId, lessonOf(row)])),
    attempts: new Map(attempts.map((row) => [row.id, attemptOf(row)])),
  };
}

function lessonOf(
  row: Omit<LessonProgress, "helper"> & { readonly helper: string | null },
): LessonProgress {
  return {
    lessonId: row.lessonId,
    contentVersion: row.contentVersion,
    openedAt: row.openedAt,
    completedAt: row.completedAt,
    minutes: row.minutes,
    attempts: row.attempts,
    bestScaled: row.bestScaled,
    lastAttemptId: row.lastAttemptId,
    practised: row.practised,
    helper: helperOf(row.helper),
  };
}

function attemptOf(
  row: Omit<AttemptResult, "answers" | "helper"> & {
    readonly answers: unknown;
    readonly helper: string | null;
  },
): AttemptResult {
  return { ...row, answers: Answers.parse(row.answers), helper: helperOf(row.helper) };
}

function helperOf(text: string | null): Helper | null {
  return Helper.safeParse(text).data ?? null;
}

/** Writes what differs from `before`. */
export async function saveCourseState(
  db: Db,
  of: CourseOfPerson,
  before: CourseState | null,
  after: CourseState,
): Promise<void> {
  const key = { communeId: of.communeId, personId: of.personId, courseId: of.courseId };
  const course = {
    startedAt: after.startedAt,
    lastActAt: after.lastActAt,
    completedAt: after.completedAt,
    lessonsDone: lessonsDone(after),
    minutes: minutesLearned(after),
    finalScaled: after.finalScaled,
  };
  await db.courseProgress.upsert({
    where: { communeId_personId_courseId: key },
    create: { ...key, ...course },
    update: course,
  });
  for (const lesson of after.lessons.values()) {
    if (before?.lessons.get(lesson.lessonId) === lesson) continue;
    const row = { ...lesson, practised: [...lesson.practised] };
    await db.lessonProgress.upsert({
      where: { communeId_personId_courseId_lessonId: { ...key, lessonId: lesson.lessonId } },
      create: { ...key, ...row },
      update: row,
    });
  }
  const fresh = [...after.attempts.values()].filter(({ id }) => before?.attempts.has(id) !== true);
  if (fresh.length > 0) {
    await db.attempt.createMany({
      data: fresh.map((attempt) => ({
        ...key,
        ...attempt,
        answers: { ...attempt.answers },
        questions: [...attempt.questions],
      })),
    });
  }
}

/** Null when it is not that person's. */
export async function findAttempt(
  db: Db,
  of: Omit<CourseOfPerson, "courseId">,
  attemptId: string,
): Promise<(AttemptResult & { readonly courseId: string }) | null> {
  const row = await db.attempt.findUnique({
    where: { communeId_id: { communeId: of.communeId, id: attemptId } },
  });
  if (row === null || row.personId !== of.personId) return null;
  return { ...attemptOf(row), courseId: row.courseId };
}

/** Forgets everything that is derived, of everybody within the transaction's scope. */
export async function clearProgress(db: Db): Promise<void> {
  await db.attempt.deleteMany();
  await db.lessonProgress.deleteMany();
  await db.courseProgress.deleteMany();
}
