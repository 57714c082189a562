import { z } from "zod";

import type { Db } from "#app/db/index.server.ts";
import { type Catalogue, type Lesson, QuizRules } from "#app/domain/content/index.ts";

import { findLesson } from "./find-lesson.ts";

/** One text of a lesson. */
export interface LessonVersionRef {
  readonly courseId: string;
  readonly lessonId: string;
  readonly version: string;
}

/**
 * Keeps the text of every lesson as it stands, once for each version: who answers later is judged by
 * what she was given. Answers the versions that were not kept before.
 */
export async function keepLessonVersions(db: Db, catalogue: Catalogue, now: Date): Promise<number> {
  const rows = catalogue.flatMap((course) =>
    [...course.lessons, course.final].map((lesson) => rowOf(course.id, lesson, now)),
  );
  const { count } = await db.lessonVersion.createMany({ data: rows, skipDuplicates: true });
  return count;
}

/** As `keepLessonVersions`, of one lesson. */
export async function keepLessonVersion(
  db: Db,
  courseId: string,
  lesson: Lesson,
  now: Date,
): Promise<void> {
  await db.lessonVersion.createMany({ data: [rowOf(courseId, lesson, now)], skipDuplicates: true });
}

function rowOf(courseId: string, lesson: Lesson, now: Date) {
  return {
    courseId,
    lessonId: lesson.id,
    version: lesson.version,
    // Blocks and questions are plain data; what is absent goes, as JSON has it.
    content: z.json().parse(JSON.parse(JSON.stringify(lesson))) ?? {},
    firstSeenAt: now,
  };
}

/** Null when that text was never kept here. */
export async function findLessonVersion(db: Db, ref: LessonVersionRef): Promise<Lesson | null> {
  const { courseId, lessonId, version } = ref;
  const row = await db.lessonVersion.findUnique({
    where: { courseId_lessonId_version: { courseId, lessonId, version } },
  });
  return row === null ? null : KeptLesson.parse(row.content);
}

/** A lesson's text of a version: the one that is served now, or one that was kept. */
export async function findLessonText(
  db: Db,
  catalogue: Catalogue,
  ref: LessonVersionRef,
): Promise<Lesson | null> {
  const now = findLesson(catalogue, ref)?.lesson;
  return now?.version === ref.version ? now : findLessonVersion(db, ref);
}

/** What every part of a lesson has; the parts were checked when the author's file was read. */
const Part = z.looseObject({ type: z.string() });
const LessonForm = z.looseObject({
  id: z.string(),
  kind: z.enum(["lesson", "final"]),
  title: z.string(),
  goal: z.string(),
  minutes: z.int(),
  version: z.string(),
  blocks: z.array(Part),
  questions: z.array(
    Part.extend({ id: z.string(), prompt: z.array(Part), explanation: z.array(Part) }),
  ),
  quiz: QuizRules,
});
const KeptLesson = z.custom<Lesson>((value) => LessonForm.safeParse(value).success);
