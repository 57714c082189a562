import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { findPlace, villagesOf } from "#app/domain/places/index.server.ts";

import { teachingOffices } from "./access.ts";
import type { CentresDeps } from "./deps.ts";

/** Where somebody may open a class. */
export interface TeachingPlace {
  readonly placeId: PlaceId;
  /** With its kind word. */
  readonly placeName: string;
}

/** The places of somebody's offices, and of a commune's office every village; none without an office. */
export async function listTeachingPlaces(
  deps: Pick<CentresDeps, "transact">,
  actor: Actor,
): Promise<readonly TeachingPlace[]> {
  return deps.transact(actor.reach, async (db) => {
    const places = new Map<PlaceId, string>();
    for (const { placeId, placeName, communeId } of teachingOffices(actor)) {
      // Nearly always one office; a connection inside a transaction takes one question at a time.
      // oxlint-disable-next-line no-await-in-loop
      const villages = placeId === communeId ? await villagesOf(db, communeId) : [];
      for (const village of villages) places.set(village.id, placeTitle(village));
      // oxlint-disable-next-line no-await-in-loop
      const place = await findPlace(db, placeId);
      if (place?.validTo === null) places.set(placeId, placeName);
    }
    return [...places].map(([placeId, placeName]) => ({ placeId, placeName }));
  });
}
