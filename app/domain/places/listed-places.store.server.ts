import type { Db } from "#app/db/index.server.ts";
import type { Day } from "#app/domain/kernel/index.ts";

import type { ListedPlace, ListedPlaces, ListedPredecessor } from "./place-files.ts";

/**
 * Notes that files with this hash are loaded now, in this transaction; false when they already are.
 * Its row is held until the transaction ends, so loads come one after the other.
 */
export async function claimPlaceFiles(db: Db, sha256: string, now: Date): Promise<boolean> {
  const claimed = await db.$executeRaw`
    INSERT INTO loaded_data (name, sha256, loaded_at) VALUES ('places', ${sha256}, ${now})
    ON CONFLICT (name) DO UPDATE SET sha256 = EXCLUDED.sha256, loaded_at = EXCLUDED.loaded_at
    WHERE loaded_data.sha256 <> EXCLUDED.sha256`;
  return claimed === 1;
}

/** Writes what is listed, and ends on that day what was listed once and is no more. */
export async function replacePlaces(
  db: Db,
  { provinces, communes, predecessors }: ListedPlaces,
  today: Day,
): Promise<void> {
  await putPlaces(db, "province", provinces);
  await putPlaces(db, "commune", communes);
  const listed = [...provinces, ...communes];
  await putCodes(db, listed);
  await endUnlisted(db, listed, today);
  await db.placePredecessor.deleteMany();
  await putPredecessors(db, predecessors);
}

async function putPlaces(
  db: Db,
  kind: "province" | "commune",
  places: readonly ListedPlace[],
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO place (id, kind, type, name, search_name, province_id, valid_from)
    SELECT id, ${kind}::place_kind, type, name, search_name, province_id, valid_from
    FROM unnest(
      ${places.map(({ id }) => id)}::uuid[],
      ${places.map(({ type }) => type)}::text[],
      ${places.map(({ name }) => name)}::text[],
      ${places.map(({ searchName }) => searchName)}::text[],
      ${places.map(({ provinceId }) => provinceId)}::uuid[],
      ${places.map(({ validFrom }) => validFrom)}::date[]
    ) AS listed (id, type, name, search_name, province_id, valid_from)
    ON CONFLICT (id) DO UPDATE SET
      type = EXCLUDED.type, name = EXCLUDED.name, search_name = EXCLUDED.search_name,
      province_id = EXCLUDED.province_id, valid_from = EXCLUDED.valid_from, valid_to = NULL`;
}

async function putCodes(db: Db, places: readonly ListedPlace[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO place_code (place_id, system, code, valid_from)
    SELECT place_id, 'gso', code, valid_from
    FROM unnest(
      ${places.map(({ id }) => id)}::uuid[],
      ${places.map(({ code }) => code)}::text[],
      ${places.map(({ validFrom }) => validFrom)}::date[]
    ) AS listed (place_id, code, valid_from)
    ON CONFLICT (place_id, system, code) DO UPDATE SET
      valid_from = EXCLUDED.valid_from, valid_to = NULL`;
}

async function endUnlisted(db: Db, places: readonly ListedPlace[], today: Day): Promise<void> {
  const ids = places.map(({ id }) => id);
  await db.$executeRaw`
    UPDATE place SET valid_to = ${today}::date
    WHERE valid_to IS NULL AND kind IN ('province', 'commune')
      AND id IN (SELECT place_id FROM place_code WHERE system = 'gso')
      AND id <> ALL (${ids}::uuid[])`;
  await db.$executeRaw`
    UPDATE place_code SET valid_to = ${today}::date
    WHERE valid_to IS NULL AND system = 'gso' AND place_id <> ALL (${ids}::uuid[])`;
}

async function putPredecessors(db: Db, rows: readonly ListedPredecessor[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO place_predecessor
      (commune_id, old_code, old_name, old_search_name, old_district, old_province, how, ended_on)
    SELECT * FROM unnest(
      ${rows.map(({ communeId }) => communeId)}::uuid[],
      ${rows.map(({ oldCode }) => oldCode)}::text[],
      ${rows.map(({ oldName }) => oldName)}::text[],
      ${rows.map(({ oldSearchName }) => oldSearchName)}::text[],
      ${rows.map(({ oldDistrict }) => oldDistrict)}::text[],
      ${rows.map(({ oldProvince }) => oldProvince)}::text[],
      ${rows.map(({ how }) => how)}::text[],
      ${rows.map(({ endedOn }) => endedOn)}::date[]
    )`;
}
