import type { Transact } from "#app/db/index.server.ts";
import { type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type Clock, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { ClientLine } from "./client.ts";
import { findClients } from "./client.store.server.ts";

export type ListClientsRefusal = { readonly code: "not-officer" };

/** Every program that may use the record store for this province or one of its communes. */
export async function listClients(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: { readonly provinceId: PlaceId },
): Promise<Result<readonly ClientLine[], ListClientsRefusal>> {
  const { provinceId } = input;
  if (provincialOffice(actor, provinceId) === null) return refuse({ code: "not-officer" });
  const now = deps.now();
  return accept(await deps.transact(actor.reach, (db) => findClients(db, provinceId, now)));
}
