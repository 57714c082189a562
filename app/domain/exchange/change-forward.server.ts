import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { ExchangeDeps } from "./deps.ts";
import { changeForward, type ForwardChange } from "./forward.store.server.ts";

export type ChangeForwardRefusal =
  { readonly code: "not-officer" } | { readonly code: "forward-unknown" };

/** What pausing, resuming and removing share: the officer's right, the change and its audit entry. */
export async function changeOwnForward(
  deps: ExchangeDeps,
  actor: Actor,
  input: {
    readonly provinceId: PlaceId;
    readonly forwardId: string;
    readonly action: "forward.paused" | "forward.resumed" | "forward.removed";
    readonly change: ForwardChange;
  },
): Promise<Result<{ readonly name: string }, ChangeForwardRefusal>> {
  const { provinceId, forwardId, action, change } = input;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  return deps.transact(actor.reach, async (db) => {
    const name = await changeForward(db, provinceId, forwardId, change);
    if (name === null) return refuse({ code: "forward-unknown" });
    await appendAudit(db, [
      {
        communeId: provinceId,
        at: deps.now(),
        actor: auditActor(actor, office),
        action,
        subjectKind: "forward",
        subjectId: forwardId,
        detail: { name },
      },
    ]);
    return accept({ name });
  });
}
