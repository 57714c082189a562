import type { LearningRules } from "#app/domain/content/index.ts";

import type { HandInItem } from "./hand-in.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When an act that was done without signal is taken to have happened. The phone's clock is put right by
 * how far it was off at the last meeting; nothing lies before `notBefore` (the quiz was drawn, the
 * account was opened) or after its arrival, whatever that clock shows.
 */
export function happenedAt(
  item: Pick<HandInItem, "phoneTime" | "offsetMs">,
  bounds: { readonly notBefore: Date; readonly receivedAt: Date },
  { believedClockDays }: Pick<LearningRules, "believedClockDays">,
): Date {
  const received = bounds.receivedAt.getTime();
  const shown = Date.parse(item.phoneTime);
  const believed =
    item.offsetMs !== null || (shown <= received && shown >= received - believedClockDays * DAY_MS);
  const told = believed ? shown + (item.offsetMs ?? 0) : received;
  return new Date(Math.min(received, Math.max(bounds.notBefore.getTime(), told)));
}

/** The moment that an act counts on: when it was done, or when it arrived after too many days. */
export function countsAt(
  happened: Date,
  receivedAt: Date,
  { countsWhenDoneWithinDays }: Pick<LearningRules, "countsWhenDoneWithinDays">,
): Date {
  const late = receivedAt.getTime() - happened.getTime();
  return late > countsWhenDoneWithinDays * DAY_MS ? receivedAt : happened;
}
