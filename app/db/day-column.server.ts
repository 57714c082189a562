import { Day } from "#app/domain/kernel/index.ts";

/** The day that a `date` column holds; the driver gives it as midnight of UTC. */
export function dayOfColumn(column: Date): Day {
  return Day.parse(column.toISOString().slice(0, 10));
}

/** A day as a `date` column takes it. */
export function columnOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
