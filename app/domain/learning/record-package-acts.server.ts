import type { Db } from "#app/db/index.server.ts";

import type { LearningAct } from "./acts.ts";
import { applyAct, type CourseState } from "./progress.ts";
import {
  type CourseOfPerson,
  findCourseState,
  lockCourse,
  saveCourseState,
} from "./progress.store.server.ts";

/**
 * Applies acts in a course of another maker to somebody's progress, in the transaction that stores the
 * statements that tell of them. All acts are of that course.
 */
export async function recordPackageActs(
  db: Db,
  of: CourseOfPerson,
  acts: readonly LearningAct[],
): Promise<void> {
  const [first] = acts;
  if (first === undefined) return;
  await lockCourse(db, of, first.at);
  const before = await findCourseState(db, of);
  let after: CourseState = applyAct(before, first);
  for (const act of acts.slice(1)) after = applyAct(after, act);
  await saveCourseState(db, of, before, after);
}
