import type { AccountId } from "#app/domain/kernel/index.ts";

import type { KnownDevice } from "./device.server.ts";

/**
 * Tries that come back one by one; held in the database, so every process sees them. A try is taken
 * before the PIN is looked at, so a thousand at once are not a thousand tries.
 */
export interface TryLimit {
  /** Takes one try: 0 when there was one, else the seconds until there is one. */
  readonly take: (key: string) => Promise<number>;
  /** Gives one try back. */
  readonly giveBack: (key: string) => Promise<void>;
  /** Gives all tries back. */
  readonly forget: (key: string) => Promise<void>;
}

export interface GuessLimits {
  /** At one account, each way in counted for itself: few at once. */
  readonly loginTries: TryLimit;
  /** The same over a day, which no success of anybody gives back. */
  readonly dayTries: TryLimit;
  /** From a phone, at whomever. */
  readonly deviceTries: TryLimit;
  /** From a network address: many, because a whole village shares one. Phones that an account knows do not count. */
  readonly addressTries: TryLimit;
}

/**
 * A way in to an account whose guesses are counted together: any stranger's; those on one phone that it
 * knows, so that a stranger's do not shut its owner out; those of whoever holds a session of it.
 */
export type WayIn =
  | { readonly kind: "stranger"; readonly name: string }
  | { readonly kind: "known"; readonly accountId: AccountId; readonly device: KnownDevice }
  | { readonly kind: "session"; readonly accountId: AccountId };

export function wayKey(way: WayIn): string {
  switch (way.kind) {
    case "stranger":
      return way.name;
    case "known":
      return `${way.accountId}@${way.device.deviceId}`;
    case "session":
      return `${way.accountId}#`;
  }
}

/** Takes a guess: 0 when it may be made, else the seconds until one may be. */
export async function takeGuess(
  { loginTries, dayTries }: Pick<GuessLimits, "loginTries" | "dayTries">,
  key: string,
): Promise<number> {
  const wait = await loginTries.take(key);
  if (wait > 0) return wait;
  const rest = await dayTries.take(key);
  // What the day refuses is no guess.
  if (rest > 0) await loginTries.giveBack(key);
  return rest;
}

/** After the PIN fitted: whoever knows it makes no guesses. Those of others today stay counted. */
export async function forgiveGuesses(
  { loginTries, dayTries }: Pick<GuessLimits, "loginTries" | "dayTries">,
  key: string,
): Promise<void> {
  await loginTries.forget(key);
  await dayTries.giveBack(key);
}

/** For an account that was guessed at only because it shares a number with the one that was meant. */
export async function giveGuessBack(
  { loginTries, dayTries }: Pick<GuessLimits, "loginTries" | "dayTries">,
  key: string,
): Promise<void> {
  await loginTries.giveBack(key);
  await dayTries.giveBack(key);
}
