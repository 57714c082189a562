import type { Db } from "#app/db/index.server.ts";
import type { Catalogue, Course } from "#app/domain/content/index.ts";
import { findPackageCourses } from "#app/domain/learning/index.server.ts";

import type { CourseFacts } from "./achievement.ts";

/** What badges say of a course of ours or of another maker; null when there is none of that id. */
export async function findCourseFacts(
  db: Db,
  catalogue: Catalogue,
  courseId: string,
): Promise<CourseFacts | null> {
  const own = catalogue.find(({ id }) => id === courseId);
  if (own !== undefined) return ownCourse(own);
  const [made] = await findPackageCourses(db, [courseId]);
  if (made === undefined) return null;
  return {
    courseId,
    title: made.title,
    description: made.title,
    // What she learned is told by the version of its text.
    version: "",
    narrative: `Học xong mọi bài mà gói học đòi hỏi (${made.lessonsTotal} bài).`,
    passPercent: null,
    frameworks: [],
  };
}

function ownCourse(course: Course): CourseFacts {
  const { id, title, summary, version, lessons, passPercent, outcomes, frameworks } = course;
  return {
    courseId: id,
    title,
    description: summary,
    version,
    narrative: [
      `Học xong ${lessons.length} bài và đạt bài kiểm tra cuối khóa từ ${passPercent}% trở lên.`,
      `Học xong thì: ${outcomes.join("; ")}.`,
    ].join(" "),
    passPercent,
    frameworks,
  };
}
