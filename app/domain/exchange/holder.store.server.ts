import type { Db } from "#app/db/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { Holders } from "./sheet-row.ts";

interface HolderRow {
  readonly id: string;
  readonly full_name: string;
  readonly village_type: string;
  readonly village_name: string;
}

/** The people behind accounts, as far as the transaction's scope reaches; erased ones have no name. */
export async function findHolders(db: Db, accounts: readonly string[]): Promise<Holders> {
  const ids = [...new Set(accounts)].filter((id) => Uuid.safeParse(id).success);
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<HolderRow[]>`
    SELECT a.id, p.full_name, v.type AS village_type, v.name AS village_name
    FROM account a
    JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id AND p.erased_at IS NULL
    JOIN place v ON v.id = p.village_id
    WHERE a.id = ANY (${ids}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        fullName: row.full_name,
        villageName: placeTitle({ type: row.village_type, name: row.village_name }),
      },
    ]),
  );
}

/** Names of places, with their kind words. */
export async function findPlaceNames(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.place.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((place) => [place.id, placeTitle(place)]));
}
