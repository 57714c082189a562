import type { Transact } from "#app/db/index.server.ts";
import { accept, type Clock, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import { type Actor, provincialOffice } from "./actor.ts";
import { findSignedInOfficials, type SignedInOfficial } from "./signed-in.store.server.ts";

export type ListSignedInRefusal = { readonly code: "not-officer" };

/** Who of a province's officials is signed in, the latest first: an account that nobody should use is seen. */
export async function listSignedInOfficials(
  deps: Pick<Clock, "now"> & { readonly transact: Transact },
  actor: Actor,
  { provinceId }: { readonly provinceId: PlaceId },
): Promise<Result<readonly SignedInOfficial[], ListSignedInRefusal>> {
  if (provincialOffice(actor, provinceId) === null) return refuse({ code: "not-officer" });
  return accept(await deps.transact(actor.reach, (db) => findSignedInOfficials(db, deps.now())));
}
