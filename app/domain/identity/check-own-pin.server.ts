import type { Transact } from "#app/db/index.server.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { findPinHash } from "./account.store.server.ts";
import type { Actor } from "./actor.ts";
import { isKnown, type KnownDevice } from "./device.server.ts";
import { forgiveGuesses, type GuessLimits, takeGuess, wayKey } from "./guess-limits.server.ts";
import { readPin } from "./login.ts";
import { verifyPin } from "./pin.server.ts";

export type OwnPinRefusal =
  | { readonly code: "pin-unreadable" }
  | { readonly code: "wrong" }
  | { readonly code: "wait"; readonly minutes: number };

export interface OwnPinDeps extends Pick<GuessLimits, "loginTries" | "dayTries"> {
  readonly transact: Transact;
  readonly deviceKey: Uint8Array;
}

/** Whether it is she who holds the session: phones are shared. A phone that she signed in on counts its own guesses. */
export async function checkOwnPin(
  deps: OwnPinDeps,
  actor: Actor,
  input: { readonly pin: string; readonly device: KnownDevice | null },
): Promise<Result<null, OwnPinRefusal>> {
  const pin = readPin(input.pin);
  if (pin === null) return refuse({ code: "pin-unreadable" });
  const { accountId } = actor;
  const { device } = input;
  const isOwnPhone = device !== null && isKnown(device, accountId, deps.deviceKey);
  const key = wayKey(
    isOwnPhone ? { kind: "known", accountId, device } : { kind: "session", accountId },
  );
  const wait = await takeGuess(deps, key);
  if (wait > 0) return refuse({ code: "wait", minutes: Math.ceil(wait / 60) });
  const kept = await deps.transact(actor.reach, (db) => findPinHash(db, actor));
  if (!(await verifyPin(kept ?? undefined, pin))) return refuse({ code: "wrong" });
  await forgiveGuesses(deps, key);
  return accept(null);
}
