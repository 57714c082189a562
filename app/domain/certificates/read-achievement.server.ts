import { type Achievement, achievementOf, issuerOf } from "./achievement.ts";
import { findCourseFacts } from "./course-facts.server.ts";
import type { CertificateDeps } from "./deps.ts";

/** A course as an achievement, for everybody; null when there is none of that id. */
export async function readAchievement(
  deps: Pick<CertificateDeps, "transact" | "catalogue" | "origin">,
  courseId: string,
): Promise<Achievement | null> {
  const course = await deps.transact("everywhere", (db) =>
    findCourseFacts(db, deps.catalogue(), courseId),
  );
  if (course === null) return null;
  return { ...achievementOf(deps.origin, course), creator: issuerOf(deps.origin) };
}
