import type { Db } from "#app/db/index.server.ts";
import type { Day, PlaceId } from "#app/domain/kernel/index.ts";

import { placeSearchName } from "./place.ts";

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
