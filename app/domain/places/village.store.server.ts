import type { Db } from "#app/db/index.server.ts";
import { type Day, PlaceId } from "#app/domain/kernel/index.ts";

import { holdPlace } from "./place.store.server.ts";
import { placeSearchName, placeTitle } from "./place.ts";
import { villageNameKey } from "./village-form.ts";

export interface NewVillage {
  readonly id: PlaceId;
  readonly communeId: PlaceId;
  readonly provinceId: PlaceId;
  /** "thôn", "bản", "tổ dân phố"… */
  readonly type: string;
  readonly name: string;
  readonly validFrom: Day;
  readonly sample: boolean;
}

/** There is no official list of villages: each commune writes its own. */
export async function insertVillage(db: Db, village: NewVillage): Promise<void> {
  await db.place.create({
    data: {
      ...village,
      kind: "village",
      searchName: placeSearchName(`${village.type} ${village.name}`),
      validFrom: new Date(village.validFrom),
    },
  });
}

/**
 * The village of that kind and name that stands in a commune today, marks aside, or null. Holds the
 * commune until the transaction ends, so that nobody writes the same name meanwhile.
 */
export async function findVillageNamed(
  db: Db,
  communeId: PlaceId,
  village: Pick<NewVillage, "type" | "name">,
): Promise<PlaceId | null> {
  await holdPlace(db, communeId);
  const row = await db.place.findFirst({
    where: {
      kind: "village",
      communeId,
      validTo: null,
      searchName: placeSearchName(`${village.type} ${village.name}`),
    },
    select: { id: true },
  });
  return row === null ? null : PlaceId.parse(row.id);
}

/** Villages that stand in a commune today and may be this one under another word for its kind. */
export async function findVillagesAlike(
  db: Db,
  communeId: PlaceId,
  name: string,
): Promise<readonly { readonly villageId: PlaceId; readonly villageName: string }[]> {
  const rows = await db.place.findMany({
    where: { kind: "village", communeId, validTo: null },
    select: { id: true, type: true, name: true },
    orderBy: { searchName: "asc" },
  });
  const key = villageNameKey(name);
  return rows
    .filter((row) => villageNameKey(row.name) === key)
    .map((row) => ({ villageId: PlaceId.parse(row.id), villageName: placeTitle(row) }));
}
