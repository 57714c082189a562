import type { Db } from "#app/db/index.server.ts";
import { Subject } from "#app/domain/content/index.ts";

import type { PackageCourse } from "./package-course.ts";

/** Tells what a course of another maker is called now. */
export async function namePackageCourse(db: Db, course: PackageCourse): Promise<void> {
  const { id, ...said } = course;
  await db.packageCourse.upsert({ where: { id }, create: { id, ...said }, update: said });
}

export async function findPackageCourses(
  db: Db,
  ids: readonly string[],
): Promise<readonly PackageCourse[]> {
  if (ids.length === 0) return [];
  const rows = await db.packageCourse.findMany({ where: { id: { in: [...ids] } } });
  return rows.map((row) => ({ ...row, subject: Subject.parse(row.subject) }));
}
