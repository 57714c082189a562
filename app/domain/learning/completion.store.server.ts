import type { Db } from "#app/db/index.server.ts";

import type { CourseOfPerson } from "./progress.store.server.ts";

/** A course that was learned to its end. */
export interface CourseCompletion {
  readonly completedAt: Date;
  /** Nominal minutes of the completed lessons. */
  readonly minutes: number;
  /** Best result of the final test, or of what stands for it, 0 to 1; null without one. */
  readonly finalScaled: number | null;
  /** Version of the text that was learned last. */
  readonly contentVersion: string;
}

interface Row {
  readonly completed_at: Date;
  readonly minutes: number;
  readonly final_scaled: number | null;
  readonly content_version: string | null;
}

/**
 * What somebody's completion of a course says, or null when it is not completed. Whoever else asks for
 * the same one waits until this transaction ends.
 */
export async function holdCompletion(db: Db, of: CourseOfPerson): Promise<CourseCompletion | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT c.completed_at, c.minutes, c.final_scaled,
           (SELECT l.content_version FROM lesson_progress l
            WHERE l.commune_id = c.commune_id AND l.person_id = c.person_id
              AND l.course_id = c.course_id AND l.completed_at IS NOT NULL
            ORDER BY l.completed_at DESC, l.lesson_id LIMIT 1) AS content_version
    FROM course_progress c
    WHERE c.commune_id = ${of.communeId}::uuid AND c.person_id = ${of.personId}::uuid
      AND c.course_id = ${of.courseId} AND c.completed_at IS NOT NULL
    FOR NO KEY UPDATE OF c`;
  if (row === undefined) return null;
  return {
    completedAt: row.completed_at,
    minutes: row.minutes,
    finalScaled: row.final_scaled,
    contentVersion: row.content_version ?? "",
  };
}
