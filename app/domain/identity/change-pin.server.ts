import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { accept, type Clock, refuse, type Result } from "#app/domain/kernel/index.ts";

import { findPinHash, replacePin } from "./account.store.server.ts";
import { type Actor, auditActor } from "./actor.ts";
import { isWeakPin, readPin } from "./login.ts";
import { hashPin, verifyPin } from "./pin.server.ts";
import type { TryLimit } from "./sign-in.server.ts";

export type ChangePinRefusal =
  | { readonly code: "pin-unreadable" }
  | { readonly code: "pins-differ" }
  | { readonly code: "pin-weak" }
  | { readonly code: "wrong" }
  | { readonly code: "wait"; readonly minutes: number };

/** A new PIN for oneself; the old one is asked for, because phones are shared. */
export async function changePin(
  deps: Clock & { readonly transact: Transact; readonly loginTries: TryLimit },
  actor: Actor,
  input: { readonly current: string; readonly next: string; readonly again: string },
): Promise<Result<null, ChangePinRefusal>> {
  const current = readPin(input.current);
  const next = readPin(input.next);
  if (current === null || next === null) return refuse({ code: "pin-unreadable" });
  if (next !== readPin(input.again)) return refuse({ code: "pins-differ" });
  if (isWeakPin(next)) return refuse({ code: "pin-weak" });

  const key = `pin:${actor.accountId}`;
  const wait = await deps.loginTries.take(key);
  if (wait > 0) return refuse({ code: "wait", minutes: Math.ceil(wait / 60) });
  const kept = await deps.transact(actor.reach, (db) => findPinHash(db, actor));
  if (!(await verifyPin(kept ?? undefined, current))) return refuse({ code: "wrong" });
  await deps.loginTries.forget(key);

  const pinHash = await hashPin(next);
  await deps.transact(actor.reach, async (db) => {
    await replacePin(db, actor, pinHash);
    await appendAudit(db, [
      {
        communeId: actor.communeId,
        at: deps.now(),
        actor: auditActor(actor, null),
        action: "account.pin-changed",
        subjectKind: "account",
        subjectId: actor.accountId,
        detail: null,
      },
    ]);
  });
  return accept(null);
}
