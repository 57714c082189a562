import { z } from "zod";

import { Rule } from "./rules/kinds.ts";

/** "1" to "99": the number that an indicator has in its decision. */
export const IndicatorCode = z.string().regex(/^[1-9]\d?$/u);

/** The part of an indicator that suggestions are made from. */
export const IndicatorRules = z.strictObject({
  code: IndicatorCode,
  /** Whether the best rule speaks alone or all are added up, never above the maximum. */
  combine: z.enum(["best", "sum"]),
  rules: z.array(Rule).min(1),
});
export type IndicatorRules = z.infer<typeof IndicatorRules>;
