import { z } from "zod";

import { Subject } from "#app/domain/content/index.ts";

import { completedCourses } from "./completed-courses.ts";
import { MEASURED, measuredBy } from "./measured.ts";

/** Best final test of a course completed in the year, percent. */
export const finalScore = measuredBy(
  z.strictObject({ kind: z.literal("finalScore"), ...MEASURED, subject: Subject.optional() }),
  ({ subject }, { facts }) => {
    const [best] = completedCourses(facts, subject)
      .map(({ course, title }) => ({ title, percent: percentOf(course.finalScaled ?? 0) }))
      .toSorted((a, b) => b.percent - a.percent);
    return best === undefined ? { value: 0 } : { value: best.percent, titles: [best.title] };
  },
);

/** Whole percent, never rounded up into a step that was not reached. */
function percentOf(scaled: number): number {
  return Math.floor(scaled * 100 + 1e-9);
}
