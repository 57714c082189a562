import { z } from "zod";

import { cleanLine, type Day, type FaultOf, parseDay } from "#app/domain/kernel/index.ts";

import { addDays, WEEK_DAYS, type WeekDay } from "./week.ts";

/** What somebody means to do, week after week. The newest that she made counts. */
export interface LearningPlan {
  readonly id: string;
  readonly madeAt: Date;
  /** Lessons a week. */
  readonly weeklyLessons: number;
  readonly days: readonly WeekDay[];
  /** "20:00" in Vietnam; null: no hour. */
  readonly hour: string | null;
  readonly courses: readonly string[];
  /** In her own words; "" when she wrote none. */
  readonly reason: string;
  /** Days that are not counted, such as a harvest; both included. */
  readonly rest: { readonly from: Day; readonly until: Day } | null;
  /** Whether it says that there is no plan any more. */
  readonly ended: boolean;
}

export const WEEKLY_LESSONS_AT_MOST = 7;
const REASON_LENGTH = 300;
const COURSES_AT_MOST = 30;
const REST_DAYS_AT_MOST = 92;

/** Hours to choose from: before work, at noon, and the evening. */
export const PLAN_HOURS = [
  "05:00",
  "05:30",
  "11:30",
  "12:00",
  "12:30",
  "18:00",
  "18:30",
  "19:00",
  "19:30",
  "20:00",
  "20:30",
  "21:00",
  "21:30",
] as const;

/** A plan as its form sends it; each issue's message is the code of what to mend. */
export const PlanForm = z
  .object({
    weeklyLessons: z
      .string()
      .refine((text) => /^[1-7]$/u.test(text), "weekly-lessons-wrong")
      .transform(Number),
    days: z.array(z.enum(WEEK_DAYS, "days-wrong")).max(WEEK_DAYS.length, "days-wrong"),
    hour: z
      .union([z.literal(""), z.enum(PLAN_HOURS)], "hour-wrong")
      .transform((hour) => (hour === "" ? null : hour)),
    courses: z.array(z.string().max(200)).max(COURSES_AT_MOST, "courses-many"),
    reason: z.string().transform(cleanLine).pipe(z.string().max(REASON_LENGTH, "reason-long")),
    restFrom: dayOrNothing("rest-from-wrong"),
    restUntil: dayOrNothing("rest-until-wrong"),
  })
  .superRefine(({ restFrom, restUntil }, context) => {
    const fault = restFault(restFrom, restUntil);
    if (fault !== null) context.addIssue({ code: "custom", ...fault });
  })
  .transform(({ restFrom, restUntil, days, ...form }) => ({
    ...form,
    days: WEEK_DAYS.filter((day) => days.includes(day)),
    rest: restFrom === null || restUntil === null ? null : { from: restFrom, until: restUntil },
  }));
export type PlanForm = z.infer<typeof PlanForm>;

export const PLAN_FAULTS = {
  weeklyLessons: ["weekly-lessons-wrong"],
  days: ["days-wrong"],
  hour: ["hour-wrong"],
  courses: ["courses-many"],
  reason: ["reason-long"],
  restFrom: ["rest-from-wrong", "rest-from-missing"],
  restUntil: ["rest-until-wrong", "rest-until-missing", "rest-order", "rest-long"],
} as const;
export type PlanFault = FaultOf<typeof PLAN_FAULTS>;

function dayOrNothing(fault: string) {
  return z.string().transform((text, context): Day | null => {
    if (text.trim() === "") return null;
    const day = parseDay(text);
    if (day === null) context.addIssue({ code: "custom", message: fault });
    return day;
  });
}

function restFault(from: Day | null, until: Day | null) {
  if (from === null && until === null) return null;
  if (from === null) return { message: "rest-from-missing", path: ["restFrom"] };
  if (until === null) return { message: "rest-until-missing", path: ["restUntil"] };
  if (until < from) return { message: "rest-order", path: ["restUntil"] };
  return addDays(from, REST_DAYS_AT_MOST) <= until
    ? { message: "rest-long", path: ["restUntil"] }
    : null;
}
