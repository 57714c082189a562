const SECOND_MILLISECONDS = 1000;
const FIRST_SECONDS = 5;
const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/**
 * When to try again after so many failures in a row: 5 s, 10 s, 20 s… up to an hour, half of it by
 * chance, so that many stores do not come back at one moment. What the other store asked for counts
 * instead, up to a day.
 * @param failures from 1
 * @param chance at least 0 and less than 1
 */
export function tryAgainAt(
  now: Date,
  failures: number,
  chance: number,
  retryAfterSeconds: number | null,
): Date {
  const doubled = Math.min(FIRST_SECONDS * 2 ** Math.min(failures - 1, 30), HOUR_SECONDS);
  const seconds =
    retryAfterSeconds === null
      ? doubled / 2 + (doubled / 2) * chance
      : Math.min(Math.max(retryAfterSeconds, 1), DAY_SECONDS);
  return new Date(now.getTime() + Math.ceil(seconds * SECOND_MILLISECONDS));
}
