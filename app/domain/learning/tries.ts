import { type AccountId, type Day, dayOf } from "#app/domain/kernel/index.ts";

import { idOf } from "./learning-statements.ts";

/** The name of the attempt that a token makes: whoever hands it in, from wherever, how often ever. */
export function attemptIdOf(accountId: AccountId, token: string): string {
  return idOf(accountId, "attempt", token);
}

/**
 * How many tries a day has seen. A drawn quiz belongs to the day on which it was drawn here, so that a
 * phone's clock cannot move it; what was made on a phone without a draw, to the day it arrived.
 */
export function triesOn(
  day: Day,
  accountId: AccountId,
  tries: {
    readonly draws: readonly { readonly id: string; readonly drawnAt: Date }[];
    readonly arrived: readonly { readonly id: string; readonly receivedAt: Date }[];
  },
): number {
  const drawn = new Set(tries.draws.map(({ id }) => attemptIdOf(accountId, id)));
  return (
    tries.draws.filter(({ drawnAt }) => dayOf(drawnAt) === day).length +
    tries.arrived.filter(({ id, receivedAt }) => !drawn.has(id) && dayOf(receivedAt) === day).length
  );
}
