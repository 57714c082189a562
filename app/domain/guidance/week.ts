import { Day } from "#app/domain/kernel/index.ts";

/** Days of a week as a plan names them, from Monday. */
export const WEEK_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type WeekDay = (typeof WEEK_DAYS)[number];

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const DAYS_A_WEEK = 7;

export function addDays(day: Day, days: number): Day {
  const moved = new Date(new Date(`${day}T00:00:00Z`).getTime() + days * DAY_MILLISECONDS);
  return Day.parse(moved.toISOString().slice(0, 10));
}

export function weekDayOf(day: Day): WeekDay {
  return WEEK_DAYS[placeInWeek(day)] ?? "mon";
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -placeInWeek(day));
}

export function sundayOf(monday: Day): Day {
  return addDays(monday, DAYS_A_WEEK - 1);
}

/** The year that most days of the week lie in (ISO 8601). */
export function yearOfWeek(monday: Day): number {
  return Number(addDays(monday, 3).slice(0, 4));
}

/** Mondays from one to another, both included; none when `until` comes before. */
export function mondaysBetween(from: Day, until: Day): readonly Day[] {
  const mondays: Day[] = [];
  for (let monday = from; monday <= until; monday = addDays(monday, DAYS_A_WEEK)) {
    mondays.push(monday);
  }
  return mondays;
}

/** Days since Monday. */
function placeInWeek(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % DAYS_A_WEEK;
}
