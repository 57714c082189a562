import type { Lesson } from "#app/domain/content/index.ts";

import type { LearningDeps } from "./deps.ts";
import { findLessonVersion, type LessonVersionRef } from "./lesson-version.store.server.ts";

/** A lesson's text of a given version, answers included; null when it was never served here. */
export async function readLessonVersion(
  deps: Pick<LearningDeps, "transact">,
  ref: LessonVersionRef,
): Promise<Lesson | null> {
  return deps.transact([], (db) => findLessonVersion(db, ref));
}
