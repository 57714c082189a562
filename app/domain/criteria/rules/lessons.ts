import { z } from "zod";

import { MEASURED, measuredBy } from "./measured.ts";

/** Lessons completed in the year. */
export const lessons = measuredBy(
  z.strictObject({ kind: z.literal("lessons"), ...MEASURED }),
  (_, { facts }) => ({ value: facts.learning.lessonsCompleted }),
);
