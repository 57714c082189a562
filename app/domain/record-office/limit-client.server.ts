import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type Clock, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { ClientLimits } from "./client-form.ts";
import { endOf } from "./client.ts";
import { changeLimits, findClient } from "./client.store.server.ts";

export type LimitClientRefusal =
  | { readonly code: "not-officer" }
  | { readonly code: "client-unknown" }
  /** What is revoked stays as it was. */
  | { readonly code: "client-revoked" };

/**
 * Changes what a client may do, until when and how often, from its next request on. A last day that
 * has passed is allowed: it closes the client until another day is written.
 */
export async function limitClient(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly provinceId: PlaceId;
    readonly clientId: string;
    readonly limits: ClientLimits;
  },
): Promise<Result<null, LimitClientRefusal>> {
  const { provinceId, clientId, limits } = input;
  const { scopes, lastDay, requestsPerMinute } = limits;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const now = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const before = await findClient(db, input, now);
    if (before === null) return refuse({ code: "client-unknown" });
    const expiresAt = lastDay === null ? null : endOf(lastDay);
    const changed = await changeLimits(db, clientId, { scopes, expiresAt, requestsPerMinute });
    if (!changed) return refuse({ code: "client-revoked" });
    await appendAudit(db, [
      {
        communeId: provinceId,
        at: now,
        actor: auditActor(actor, office),
        action: "client.limited",
        subjectKind: "client",
        subjectId: clientId,
        detail: {
          before: {
            scopes: [...before.scopes],
            lastDay: before.lastDay,
            requestsPerMinute: before.requestsPerMinute,
          },
          after: { scopes, lastDay, requestsPerMinute },
        },
      },
    ]);
    return accept(null);
  });
}
