import { z } from "zod";

import { Helper } from "#app/domain/identity/index.ts";
import type { ServedQuiz } from "#app/domain/learning/index.ts";

/** What a phone is told of its learner in one course, while there is signal. */
export const CourseNews = z.object({
  /** Ids of lessons. */
  opened: z.array(z.string()),
  done: z.array(z.string()),
  /** "lesson practice" */
  practised: z.array(z.string()),
  completed: z.boolean(),
  /** A final test to answer without signal; null: no try is left today. */
  draw: z.custom<ServedQuiz>().nullable(),
  /** Who reads and taps for her now. */
  helper: Helper.nullable(),
  /** What is handed in later than this counts on the day it arrives. */
  lateAfterDays: z.int(),
});
export type CourseNews = z.infer<typeof CourseNews>;
