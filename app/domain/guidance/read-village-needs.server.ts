import { type Actor, attestorOffice, communeOffice } from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { villagesOf } from "#app/domain/places/index.server.ts";

import type { GuidanceDeps } from "./deps.ts";
import { findNeedsOfVillages } from "./village-need.store.server.ts";

/** A village with what it needs to learn. */
export interface VillageNeeds {
  readonly villageId: PlaceId;
  /** With its kind word: "Bản Lùng". */
  readonly villageName: string;
  readonly needs: readonly string[];
}

export type ReadVillageNeedsRefusal = { readonly code: "not-yours" };

/** The villages of a commune that the actor answers for: all to its official, her own to an attestor. */
export function readVillageNeeds(
  deps: Pick<GuidanceDeps, "transact">,
  actor: Actor,
  { communeId }: { readonly communeId: PlaceId },
): Promise<Result<readonly VillageNeeds[], ReadVillageNeedsRefusal>> {
  const official = communeOffice(actor, communeId) !== null;
  return deps.transact(actor.reach, async (db) => {
    const villages = (await villagesOf(db, communeId)).filter(
      ({ id }) => official || attestorOffice(actor, id) !== null,
    );
    if (villages.length === 0 && !official) return refuse({ code: "not-yours" });
    const needs = await findNeedsOfVillages(db, communeId);
    return accept(
      villages.map((village) => ({
        villageId: village.id,
        villageName: placeTitle(village),
        needs: needs.get(village.id) ?? [],
      })),
    );
  });
}
