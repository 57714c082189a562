import type { Db } from "#app/db/index.server.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

/** A commune and its province, with the names that papers show. */
export interface CommuneNames {
  readonly communeId: PlaceId;
  readonly communeName: string;
  readonly provinceId: PlaceId;
  readonly provinceName: string;
}

/** Null when there is no commune of that id. */
export async function findCommune(db: Db, communeId: PlaceId): Promise<CommuneNames | null> {
  const commune = await db.place.findFirst({ where: { id: communeId, kind: "commune" } });
  if (commune?.provinceId === null || commune === null) return null;
  const province = await db.place.findUniqueOrThrow({ where: { id: commune.provinceId } });
  return {
    communeId,
    communeName: placeTitle(commune),
    provinceId: PlaceId.parse(province.id),
    provinceName: placeTitle(province),
  };
}
