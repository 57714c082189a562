import { z } from "zod";

import { IndicatorCode } from "#app/domain/criteria/index.ts";
import {
  clean,
  cleanLine,
  type FaultOf,
  parseDay,
  Uuid,
  yearOf,
  type Day,
} from "#app/domain/kernel/index.ts";

/** Years that evidence may reach back. */
const EVIDENCE_YEARS = 5;
/** Pieces of own evidence that one person may keep for one year. */
export const EVIDENCE_A_YEAR = 60;

/**
 * The form of own evidence. Messages are codes: "title-short", "title-long", "description-long",
 * "indicators-missing", "day-wrong".
 */
export const EvidenceForm = z.object({
  /** Made by the server when the form was drawn, so that a form posted twice is one piece. */
  id: Uuid,
  title: z
    .string()
    .max(1000, "title-long")
    .transform(cleanLine)
    .pipe(z.string().min(3, "title-short").max(120, "title-long")),
  description: z
    .string()
    .max(10_000, "description-long")
    .default("")
    .transform(clean)
    .pipe(z.string().max(1000, "description-long")),
  indicators: z
    .array(IndicatorCode)
    .max(20)
    .transform((codes) => [...new Set(codes)])
    .pipe(z.array(z.string()).min(1, "indicators-missing")),
  /** `dd/mm/yyyy` as typed; a Day after parsing. */
  happenedOn: z.string().transform((text, context): Day => {
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "day-wrong" });
    return z.NEVER;
  }),
});
export type EvidenceForm = z.infer<typeof EvidenceForm>;

/** What can be wrong with a form of evidence, by field; the first when no other is named. */
export const EVIDENCE_FAULTS = {
  title: ["title-short", "title-long"],
  description: ["description-long"],
  happenedOn: ["day-wrong", "in-future", "too-old", "too-many"],
  photo: [
    "not-a-picture",
    "picture-empty",
    "picture-too-large",
    "picture-too-detailed",
    "picture-format",
  ],
  indicators: ["indicators-missing"],
} as const;
export type EvidenceFault = FaultOf<typeof EVIDENCE_FAULTS>;

/** The form of an attestation. */
export const AttestationForm = z.object({
  indicator: IndicatorCode,
  /** Code of a level of the criteria's scale. */
  level: z.string().min(1, "level-missing").max(30, "unknown-level"),
  words: z
    .string()
    .max(5000, "words-long")
    .default("")
    .transform(clean)
    .pipe(z.string().max(500, "words-long")),
});
export type AttestationForm = z.infer<typeof AttestationForm>;

export const ATTESTATION_FAULTS = {
  level: ["level-missing", "unknown-level"],
  words: ["words-long"],
  form: ["not-social", "own-indicator", "closed"],
} as const;
export type AttestationFault = FaultOf<typeof ATTESTATION_FAULTS>;

/** Why a day cannot be the day of evidence, or null when it can. */
export function dayFault(happenedOn: Day, today: Day): "in-future" | "too-old" | null {
  if (happenedOn > today) return "in-future";
  const oldest = `${yearOf(today) - EVIDENCE_YEARS}${today.slice(4)}`;
  return happenedOn < oldest ? "too-old" : null;
}
