import { appendAudit } from "#app/domain/audit/index.server.ts";
import { accept, type Clock, refuse, type Result } from "#app/domain/kernel/index.ts";

import { replacePin } from "./account.store.server.ts";
import { type Actor, auditActor } from "./actor.ts";
import { checkOwnPin, type OwnPinDeps, type OwnPinRefusal } from "./check-own-pin.server.ts";
import { readPin } from "./login.ts";
import { hashPin } from "./pin.server.ts";
import { isWeakPin } from "./weak-pin.ts";

export type ChangePinRefusal =
  OwnPinRefusal | { readonly code: "pins-differ" } | { readonly code: "pin-weak" };

/** A new PIN for oneself; the old one is asked for, because phones are shared. */
export async function changePin(
  deps: Clock & OwnPinDeps,
  actor: Actor,
  input: { readonly current: string; readonly next: string; readonly again: string },
): Promise<Result<null, ChangePinRefusal>> {
  const current = readPin(input.current);
  const next = readPin(input.next);
  if (current === null || next === null) return refuse({ code: "pin-unreadable" });
  if (next !== readPin(input.again)) return refuse({ code: "pins-differ" });
  if (isWeakPin(next)) return refuse({ code: "pin-weak" });

  const own = await checkOwnPin(deps, actor, { pin: current, device: null });
  if (!own.ok) return own;

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
