import { z } from "zod";

/**
 * Who reads and taps for a learner. It is how learning happens, not cheating: statements and the
 * portfolio say it plainly, and nothing is counted for less.
 */
export const Helper = z.enum(["child", "relative", "neighbour", "promoter"]);
export type Helper = z.infer<typeof Helper>;
