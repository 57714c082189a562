import { z } from "zod";

/** What holds for acts that reach the server late, as `content/learning-rules.yaml` has it. */
export const LearningRules = z.strictObject({
  /** Handed in within so many days, an act counts on the day it was done; later, on the day it arrived. */
  countsWhenDoneWithinDays: z.int().min(1).max(366),
  /** A phone that was never asked for its clock is not believed when it shows a day older than this. */
  believedClockDays: z.int().min(1).max(3660),
});
export type LearningRules = z.infer<typeof LearningRules>;
