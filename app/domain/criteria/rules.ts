import { z } from "zod";

import { Subject } from "#app/domain/content/index.ts";

/** What an attestor may say of somebody: a rung of the ladder, its words, and the points it suggests. */
export const AttestationLevel = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,30}$/u),
  words: z.string().min(2).max(200),
  points: z.int().min(0).max(100),
});
export type AttestationLevel = z.infer<typeof AttestationLevel>;

const REASON_WORDS = ["value", "of", "titles", "points"];
const NEXT_WORDS = ["value", "of", "titles", "missing", "atLeast", "nextPoints"];
const ATTESTATION_WORDS = ["level", "attestor", "office", "day", "points"];

/** A sentence with `{placeholders}`, of which only the listed ones have a meaning. */
function template(allowed: readonly string[]) {
  return z
    .string()
    .min(10)
    .max(300)
    .refine(
      (text) => [...text.matchAll(/\{(\w*)\}/gu)].every(([, name = ""]) => allowed.includes(name)),
      `only these placeholders: ${allowed.join(", ")}`,
    );
}

/** Rungs in rising order of both the measure and the points, so that more never suggests less. */
const Steps = z
  .array(z.strictObject({ atLeast: z.number().positive(), points: z.int().min(1).max(100) }))
  .min(1)
  .refine(
    (steps) =>
      steps.every((step, at) => {
        const before = steps[at - 1];
        return (
          before === undefined || (step.atLeast > before.atLeast && step.points > before.points)
        );
      }),
    "steps must rise in atLeast and in points",
  );

const measured = { steps: Steps, sentence: template(REASON_WORDS), next: template(NEXT_WORDS) };
const bySubject = { ...measured, subject: Subject.optional() };

/** How one kind of fact speaks for an indicator. */
export const Rule = z.discriminatedUnion("kind", [
  /** Nominal minutes of the lessons completed in the year. */
  z.strictObject({ kind: z.literal("minutes"), ...measured }),
  /** Calendar weeks with a completed lesson. */
  z.strictObject({ kind: z.literal("activeWeeks"), ...measured }),
  /** Lessons completed in the year. */
  z.strictObject({ kind: z.literal("lessons"), ...measured }),
  /** Courses completed in the year. */
  z.strictObject({ kind: z.literal("courses"), ...bySubject }),
  /** Best final test of a course completed in the year, percent. */
  z.strictObject({ kind: z.literal("finalScore"), ...bySubject }),
  /** Own evidence given for the indicator. */
  z.strictObject({ kind: z.literal("ownEvidence"), ...measured }),
  /** Class meetings attended. */
  z.strictObject({ kind: z.literal("meetings"), ...measured }),
  /** Weeks in which she reached the goal of her own learning plan; `{of}`: weeks that it asked for. */
  z.strictObject({ kind: z.literal("planWeeks"), ...measured }),
  /** The highest level that a named person confirms; its points stand in the scale. */
  z.strictObject({
    kind: z.literal("attestation"),
    sentence: template(ATTESTATION_WORDS),
    next: template([]),
  }),
]);
export type Rule = z.infer<typeof Rule>;

/** A rule that compares a number with its steps. */
export type MeasuredRule = Exclude<Rule, { kind: "attestation" }>;

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
