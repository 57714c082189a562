/** A clock that stands until it is told to go on. */
export interface SampleClock {
  readonly now: () => Date;
  readonly set: (instant: Date) => void;
  readonly passDays: (days: number) => void;
  readonly passMinutes: (minutes: number) => void;
}

const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 24 * 60 * MINUTE_MILLISECONDS;

/** It never runs past `last`, which is today. */
export function sampleClock(last: Date): SampleClock {
  let instant = last;
  const move = (milliseconds: number) => {
    instant = new Date(Math.min(instant.getTime() + milliseconds, last.getTime()));
  };
  return {
    now: () => instant,
    set: (to) => {
      instant = to < last ? to : last;
    },
    passDays: (days) => move(days * DAY_MILLISECONDS),
    passMinutes: (minutes) => move(minutes * MINUTE_MILLISECONDS),
  };
}
