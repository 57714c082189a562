import { z } from "zod";

import { Subject } from "#app/domain/content/index.ts";

import { completedCourses } from "./completed-courses.ts";
import { MEASURED, measuredBy } from "./measured.ts";

/** Courses completed in the year. */
export const courses = measuredBy(
  z.strictObject({ kind: z.literal("courses"), ...MEASURED, subject: Subject.optional() }),
  ({ subject }, { facts }) => {
    const done = completedCourses(facts, subject);
    return { value: done.length, titles: done.map(({ title }) => title) };
  },
);
