import { z } from "zod";

import { type Day, type FaultOf, parseDay } from "#app/domain/kernel/index.ts";

/** A day, or null where nothing was typed. */
const DayOrNone = (fault: string) =>
  z.string().transform((typed, context): Day | null => {
    if (typed.trim() === "") return null;
    const day = parseDay(typed);
    if (day !== null && day >= "1970-01-01" && day <= "2100-12-31") return day;
    context.addIssue({ code: "custom", message: fault });
    return z.NEVER;
  });

/** Between which days statements are looked for, both included. */
export const RecordDays = z
  .object({ from: DayOrNone("from"), to: DayOrNone("to") })
  .refine(({ from, to }) => from === null || to === null || from <= to, "order");
export type RecordDays = z.infer<typeof RecordDays>;

export const RECORD_DAY_FAULTS = { from: ["from"], to: ["to", "order"] } as const;
export type RecordDayFault = FaultOf<typeof RECORD_DAY_FAULTS>;
