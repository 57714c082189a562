import { z } from "zod";

import { plainTyping } from "./text.ts";

/** A calendar day in Vietnam, `yyyy-mm-dd`. Compares with `<` as text. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .refine((text) => isCalendarDay(text), "not a day of the calendar")
  .brand("Day");
export type Day = z.infer<typeof Day>;

const VIETNAM_OFFSET_MILLISECONDS = 7 * 60 * 60 * 1000;

/** The day it is in Vietnam (UTC+7, no daylight saving) at this instant. */
export function dayOf(instant: Date): Day {
  const shifted = new Date(instant.getTime() + VIETNAM_OFFSET_MILLISECONDS);
  return Day.parse(shifted.toISOString().slice(0, 10));
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** `dd/mm/yyyy`, as Vietnamese paper has it. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

const TYPED_DAY = /^(\d{1,2})(?: ?[/.,-] ?| )(\d{1,2})(?: ?[/.,-] ?| )(\d{4})$/u;
const DIGITS_ALONE = /^(\d{2})(\d{2})(\d{4})$/u;
const LENGTH_AT_MOST = 100;

/**
 * `dd/mm/yyyy` however it is typed (`d/m/yyyy`, `d - m - yyyy`, `d.m.yyyy`, `d m yyyy`, `ddmmyyyy`), or
 * `yyyy-mm-dd`; null when it is no day.
 */
export function parseDay(text: string): Day | null {
  const typed = plainTyping(text.slice(0, LENGTH_AT_MOST)).replace(/[.,]$/u, "");
  const iso = Day.safeParse(typed);
  if (iso.success) return iso.data;
  const match = TYPED_DAY.exec(typed) ?? DIGITS_ALONE.exec(typed);
  if (match === null) return null;
  const [, day = "", month = "", year = ""] = match;
  const parsed = Day.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return parsed.success ? parsed.data : null;
}

/** `dd/mm/yyyy, HH:MM` in Vietnam. */
export function formatInstant(instant: Date): string {
  const shifted = new Date(instant.getTime() + VIETNAM_OFFSET_MILLISECONDS);
  return `${formatDay(dayOf(instant))}, ${shifted.toISOString().slice(11, 16)}`;
}

function isCalendarDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
