import { z } from "zod";

import { type Day, type FaultOf, parseDay } from "#app/domain/kernel/index.ts";

export const SHEET_KINDS = ["xlsx", "csv"] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** Rows at most: a workbook is built in memory; a CSV goes out as it is read. */
export const SHEET_ROWS: Readonly<Record<SheetKind, number>> = { xlsx: 20_000, csv: 100_000 };

const DayField = (fault: string) =>
  z.string().transform((text, context): Day => {
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: fault });
    return z.NEVER;
  });

/** Which statements an official wants as a table. */
export const SheetForm = z
  .object({
    from: DayField("from"),
    /** Included. */
    to: DayField("to"),
    kind: z.enum(SHEET_KINDS, "kind"),
    /** A verb's id; "" for every verb. */
    verb: z.string().max(1000, "verb"),
    /** A course, with its lessons and questions; "" for everything. */
    activity: z.string().max(1000, "activity"),
  })
  .refine(({ from, to }) => from <= to, "order");
export type SheetForm = z.infer<typeof SheetForm>;

export const SHEET_FAULTS = {
  from: ["from"],
  to: ["to", "order"],
  activity: ["activity"],
  verb: ["verb"],
  kind: ["kind"],
} as const;
export type SheetFault = FaultOf<typeof SHEET_FAULTS>;
