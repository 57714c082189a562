import type { SizePoint } from "./standing.server.ts";

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** A shorter time says more about one import than about a year. */
const DAYS_AT_LEAST = 3;
const POINTS_AT_MOST = 90;

/** One point a day; what is older than three months goes. */
export function withPoint(points: readonly SizePoint[], point: SizePoint): readonly SizePoint[] {
  return [...points.filter(({ day }) => day !== point.day), point].slice(-POINTS_AT_MOST);
}

/** Bytes a day between the first and the last point; null while there is too little to tell. */
function growthPerDay(points: readonly SizePoint[]): number | null {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const days = (Date.parse(last.day) - Date.parse(first.day)) / DAY_MILLISECONDS;
  return days < DAYS_AT_LEAST ? null : (last.bytes - first.bytes) / days;
}

/** In how many days the free bytes are used up; null when it does not grow, or cannot be told. */
export function daysUntilFull(points: readonly SizePoint[], freeBytes: number): number | null {
  const growth = growthPerDay(points);
  return growth === null || growth <= 0 ? null : Math.floor(freeBytes / growth);
}
