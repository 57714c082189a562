import { z } from "zod";

import { cleanLine, type FaultOf } from "#app/domain/kernel/index.ts";

/** Longer than any badge of ours by far. */
export const BADGE_LETTERS_AT_MOST = 100_000;

/** A badge as text, from a file or pasted, and the name that it shall belong to; "" for none. */
export const BadgeForm = z.object({
  text: z
    .string()
    .max(BADGE_LETTERS_AT_MOST, "badge-missing")
    // Chat programs break a long line into several.
    .transform((text) => text.replaceAll(/\s/gu, ""))
    .pipe(z.string().min(1, "badge-missing")),
  name: z.string().transform(cleanLine).pipe(z.string().max(120, "name-long")),
});
export type BadgeForm = z.infer<typeof BadgeForm>;

export const BADGE_FAULTS = { text: ["badge-missing"], name: ["name-long"] } as const;
export type BadgeFault = FaultOf<typeof BADGE_FAULTS>;
