import { z } from "zod";

/** What an attestor may say of somebody: a rung of the ladder, its words, and the points it suggests. */
export const AttestationLevel = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,30}$/u),
  words: z.string().min(2).max(200),
  points: z.int().min(0).max(100),
});
export type AttestationLevel = z.infer<typeof AttestationLevel>;
