import type { Transact } from "#app/db/index.server.ts";
import {
  accept,
  type Clock,
  dayOf,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { villagesOf } from "#app/domain/places/index.server.ts";

import { type Actor, communeOffice } from "./actor.ts";
import { findAttestors } from "./office.store.server.ts";
import type { VillageLine } from "./people.ts";
import { countResidents } from "./people.store.server.ts";

export type ListVillagesRefusal = { readonly code: "not-official" };

/** The villages of a commune that stand today, how many were registered there, and who answers for them. */
export async function listVillages(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: { readonly communeId: PlaceId },
): Promise<Result<readonly VillageLine[], ListVillagesRefusal>> {
  const { communeId } = input;
  if (communeOffice(actor, communeId) === null) return refuse({ code: "not-official" });
  const today = dayOf(deps.now());
  return deps.transact(actor.reach, async (db) => {
    const residents = await countResidents(db, communeId);
    const attestors = await findAttestors(db, communeId, today);
    const villages = await villagesOf(db, communeId);
    return accept(
      villages.map((village) => ({
        villageId: village.id,
        villageName: placeTitle(village),
        people: residents.get(village.id) ?? 0,
        attestors: attestors.get(village.id) ?? [],
      })),
    );
  });
}
