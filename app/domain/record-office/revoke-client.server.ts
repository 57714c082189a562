import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type Clock, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import { findClient, markRevoked } from "./client.store.server.ts";

export type RevokeClientRefusal =
  { readonly code: "not-officer" } | { readonly code: "client-unknown" };

/** Shuts a client out for good; what it sent stays. Revoked twice is revoked once. */
export async function revokeClient(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: { readonly provinceId: PlaceId; readonly clientId: string },
): Promise<Result<null, RevokeClientRefusal>> {
  const { provinceId, clientId } = input;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const now = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const client = await findClient(db, input, now);
    if (client === null) return refuse({ code: "client-unknown" });
    if (!(await markRevoked(db, clientId, now))) return accept(null);
    await appendAudit(db, [
      {
        communeId: provinceId,
        at: now,
        actor: auditActor(actor, office),
        action: "client.revoked",
        subjectKind: "client",
        subjectId: clientId,
        detail: { name: client.name },
      },
    ]);
    return accept(null);
  });
}
