import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { LearningDeps } from "./deps.ts";
import { findLesson, type LessonRef, type UnknownLesson } from "./find-lesson.ts";
import { openedStatement } from "./learning-statements.ts";
import type { CourseState } from "./progress.ts";
import { findCourseState, lockCourse, saveCourseState } from "./progress.store.server.ts";
import { recordActs } from "./record-acts.server.ts";

/** Records that she opened the lesson, once, and tells where she stands in its course. */
export async function openLesson(
  deps: LearningDeps,
  actor: Actor,
  input: LessonRef,
): Promise<Result<CourseState, UnknownLesson>> {
  const found = findLesson(deps.catalogue(), input);
  if (found === null) return refuse({ code: "unknown-lesson" });
  const { course, lesson } = found;
  const of = { communeId: actor.communeId, personId: actor.personId, courseId: course.id };

  return deps.transact(actor.reach, async (db) => {
    const known = await findCourseState(db, of);
    if (known?.lessons.has(lesson.id) === true) return accept(known);

    const at = deps.now();
    await lockCourse(db, of, at);
    const before = await findCourseState(db, of);
    const { baseIri } = deps;
    const { accountId, helper } = actor;
    const act = { baseIri, accountId, course, lesson, at, helper, phoneTime: null };
    const after = await recordActs(db, deps, actor, before, [openedStatement(act)]);
    if (after === null) throw new Error(`statements of ${course.id} stand without progress`);
    await saveCourseState(db, of, before, after);
    return accept(after);
  });
}
