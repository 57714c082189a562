import { appendAudit } from "#app/domain/audit/index.server.ts";
import { accept, type Clock, type Result } from "#app/domain/kernel/index.ts";

import { replacePin } from "./account.store.server.ts";
import { type Actor, auditActor } from "./actor.ts";
import type { ChangePinForm } from "./change-pin.ts";
import { checkOwnPin, type OwnPinDeps, type OwnPinRefusal } from "./check-own-pin.server.ts";
import { hashPin } from "./pin.server.ts";

/** A new PIN for oneself; the old one is asked for, because phones are shared. */
export async function changePin(
  deps: Clock & OwnPinDeps,
  actor: Actor,
  input: ChangePinForm,
): Promise<Result<null, OwnPinRefusal>> {
  const own = await checkOwnPin(deps, actor, { pin: input.current, device: null });
  if (!own.ok) return own;

  const pinHash = await hashPin(input.next);
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
