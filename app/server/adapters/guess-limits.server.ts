import { setTimeout as pause } from "node:timers/promises";

import type { Pool } from "pg";

import type { GuessLimits } from "#app/domain/identity/index.server.ts";

import { openTryLimit } from "./try-limits.server.ts";

const QUARTER_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** Longer than a dozen PINs take to be compared. */
const EVEN_TIME_MILLISECONDS = 400;

/** What may be guessed at a PIN, and how fast. */
export function openGuessLimits(pool: Pool) {
  const quarter = (name: string, tries: number) =>
    openTryLimit(pool, { name, tries, windowSeconds: QUARTER_SECONDS });
  return {
    loginTries: quarter("login", 5),
    // A bucket that begins full gives twice its tries on its first day: 30 by each way in.
    dayTries: openTryLimit(pool, { name: "day", tries: 15, windowSeconds: DAY_SECONDS }),
    deviceTries: quarter("device", 20),
    addressTries: quarter("address", 60),
    handInTries: quarter("hand-in", 900),
    evenTime: () => pause(EVEN_TIME_MILLISECONDS),
  } satisfies GuessLimits & Record<string, unknown>;
}
