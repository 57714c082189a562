import type { Db } from "#app/db/index.server.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { Desk } from "./desk.ts";

/** What lies within a desk's reach, itself too, with what each is called; also communes that stand no more. */
export async function placesOfDesk(
  db: Db,
  { kind, placeId }: Desk,
): Promise<ReadonlyMap<PlaceId, string>> {
  const rows = await db.place.findMany({
    where:
      kind === "commune"
        ? { id: placeId }
        : { OR: [{ id: placeId }, { kind: "commune", provinceId: placeId }] },
    select: { id: true, type: true, name: true },
  });
  return new Map(rows.map((row) => [PlaceId.parse(row.id), placeTitle(row)]));
}
