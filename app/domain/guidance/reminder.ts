import { dayOf } from "#app/domain/kernel/index.ts";

import type { PlanWeek } from "./plan-weeks.ts";
import type { LearningPlan } from "./plan.ts";
import { type WeekDay, weekDayOf } from "./week.ts";

/** A product that stood still may remind so much later, and not at midnight. */
const MINUTES_LATE_AT_MOST = 90;
const VIETNAM_OFFSET_MILLISECONDS = 7 * 60 * 60 * 1000;

/** The hours of plans whose time it is, as text that compares; both included. */
export interface DueHours {
  readonly day: WeekDay;
  readonly earliest: string;
  readonly latest: string;
}

export function dueHours(now: Date): DueHours {
  const shifted = new Date(now.getTime() + VIETNAM_OFFSET_MILLISECONDS);
  const minutes = shifted.getUTCHours() * 60 + shifted.getUTCMinutes();
  return {
    day: weekDayOf(dayOf(now)),
    earliest: hourText(Math.max(0, minutes - MINUTES_LATE_AT_MOST)),
    latest: hourText(minutes),
  };
}

/** "07:05" */
function hourText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** When the day of that instant began in Vietnam. */
export function startOfToday(instant: Date): Date {
  return new Date(`${dayOf(instant)}T00:00:00+07:00`);
}

/**
 * Whether somebody is to be reminded now: at an hour of her plan, and not in a week of rest, nor when
 * the week's goal is reached.
 */
export function isReminderDue(
  { days, hour, ended }: Pick<LearningPlan, "days" | "hour" | "ended">,
  week: PlanWeek | undefined,
  now: Date,
): boolean {
  const { day, earliest, latest } = dueHours(now);
  const isHour = hour !== null && hour >= earliest && hour <= latest;
  return !ended && isHour && days.includes(day) && week?.state === "now";
}
