import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { LearningDeps } from "./deps.ts";
import type { AttemptResult, CourseState } from "./progress.ts";
import { findAttempt, findCourseState } from "./progress.store.server.ts";
import type { CourseRecord } from "./record.ts";
import { findCourseRecords } from "./record.store.server.ts";

/** Her own courses, the one she touched last first. */
export function readMyCourses(deps: LearningDeps, actor: Actor): Promise<readonly CourseRecord[]> {
  return deps.transact(actor.reach, (db) => findCourseRecords(db, actor.communeId, actor.personId));
}

/** Where she stands in one course; null before her first act in it. */
export function readMyCourse(
  deps: LearningDeps,
  actor: Actor,
  courseId: string,
): Promise<CourseState | null> {
  return deps.transact(actor.reach, (db) =>
    findCourseState(db, { communeId: actor.communeId, personId: actor.personId, courseId }),
  );
}

export type ReadAttemptRefusal = { readonly code: "unknown-attempt" };

/** One of her own attempts. */
export async function readMyAttempt(
  deps: LearningDeps,
  actor: Actor,
  attemptId: string,
): Promise<Result<AttemptResult & { readonly courseId: string }, ReadAttemptRefusal>> {
  const attempt = await deps.transact(actor.reach, (db) => findAttempt(db, actor, attemptId));
  return attempt === null ? refuse({ code: "unknown-attempt" }) : accept(attempt);
}
