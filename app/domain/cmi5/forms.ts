import { z } from "zod";

import { Subject } from "#app/domain/content/index.ts";
import type { FaultOf } from "#app/domain/kernel/index.ts";

import { WAIVE_REASONS } from "./lms-statements.ts";

const MINUTES_AT_MOST = 6000;

/** What an officer says of a package beside its file. */
export const PackageForm = z.object({
  hasFile: z.literal(true, "file-missing"),
  subject: Subject,
  minutes: z
    .string()
    .trim()
    .max(4)
    .regex(/^\d+$/u)
    .transform(Number)
    .pipe(z.int().min(1).max(MINUTES_AT_MOST)),
});
export type PackageForm = z.infer<typeof PackageForm>;

export const PACKAGE_FORM_FAULTS = {
  file: ["file-missing", "too-large"],
  subject: ["subject-missing"],
  minutes: ["minutes-invalid"],
} as const;
export type PackageFormFault = FaultOf<typeof PACKAGE_FORM_FAULTS>;

/** Letting one learner off one unit. */
export const WaiveForm = z.object({
  /** As it was typed off the card. */
  card: z.string().min(1).max(40),
  /** The unit's key. */
  unit: z.string().min(1).max(40),
  reason: z.enum(WAIVE_REASONS),
});
export type WaiveForm = z.infer<typeof WaiveForm>;

export const WAIVE_FAULTS = {
  card: ["unknown-card"],
  unit: ["unknown-unit", "done-already"],
  reason: ["reason-missing"],
} as const;
export type WaiveFault = FaultOf<typeof WAIVE_FAULTS>;
