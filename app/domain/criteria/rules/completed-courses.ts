import type { Subject } from "#app/domain/content/index.ts";
import { dayOf, yearOf } from "#app/domain/kernel/index.ts";
import type { CourseRecord } from "#app/domain/learning/index.ts";

import type { PortfolioFacts } from "../facts.ts";

/** Courses completed in the year, of one subject where one is named. */
export function completedCourses(facts: PortfolioFacts, subject: Subject | undefined) {
  return facts.learning.courses.filter(isOfYear(facts.learning.year)).flatMap((course) => {
    const info = facts.courseInfo.find(({ courseId }) => courseId === course.courseId);
    if (subject !== undefined && info?.subject !== subject) return [];
    return [{ course, title: info?.title ?? course.courseId }];
  });
}

function isOfYear(year: number) {
  return ({ completedAt }: CourseRecord) =>
    completedAt !== null && yearOf(dayOf(completedAt)) === year;
}
