import type { Db } from "#app/db/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { CourseRecord, LearningRecord } from "./record.ts";

/** Every course that somebody began, the newest act first. */
export async function findCourseRecords(
  db: Db,
  communeId: PlaceId,
  personId: PersonId,
): Promise<readonly CourseRecord[]> {
  const rows = await db.courseProgress.findMany({
    where: { communeId, personId },
    orderBy: [{ lastActAt: "desc" }, { courseId: "asc" }],
  });
  return rows.map(({ courseId, startedAt, completedAt, lessonsDone, minutes, finalScaled }) => ({
    courseId,
    startedAt,
    completedAt,
    lessonsDone,
    minutes,
    finalScaled,
  }));
}

interface YearRow {
  readonly minutes: number;
  readonly lessons: number;
  readonly helped: number;
  readonly weeks: number;
}

/** What somebody learned in one calendar year of Vietnam. */
export async function readLearningRecord(
  db: Db,
  communeId: PlaceId,
  personId: PersonId,
  year: number,
): Promise<LearningRecord> {
  const [from, until] = [`${year}-01-01 00:00+07`, `${year + 1}-01-01 00:00+07`];
  const [sums] = await db.$queryRaw<YearRow[]>`
    SELECT coalesce(sum(minutes), 0)::int AS minutes, count(*)::int AS lessons,
           count(helper)::int AS helped,
           count(DISTINCT date_trunc('week', completed_at AT TIME ZONE 'Asia/Ho_Chi_Minh'))::int AS weeks
    FROM lesson_progress
    WHERE commune_id = ${communeId}::uuid AND person_id = ${personId}::uuid
      AND completed_at >= ${from}::timestamptz AND completed_at < ${until}::timestamptz`;
  const courses = await findCourseRecords(db, communeId, personId);
  return {
    communeId,
    personId,
    year,
    minutes: sums?.minutes ?? 0,
    lessonsCompleted: sums?.lessons ?? 0,
    helpedLessons: sums?.helped ?? 0,
    activeWeeks: sums?.weeks ?? 0,
    courses,
  };
}
