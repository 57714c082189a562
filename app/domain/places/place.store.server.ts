import type { Db } from "#app/db/index.server.ts";
import { compareVietnamese, Day, PlaceId } from "#app/domain/kernel/index.ts";

import { type Commune, type Place, placeTitle, type Province, type Village } from "./place.ts";

type Row = Awaited<ReturnType<Db["place"]["findMany"]>>[number];

/** The place of that id, also when it no longer stands, or null. */
export async function findPlace(db: Db, id: PlaceId): Promise<Place | null> {
  const [place] = await placesOf(db, await db.place.findMany({ where: { id } }));
  return place ?? null;
}

/** The villages of a commune that stand today, in Vietnamese order ("Bản 2" before "Bản 10"). */
export async function villagesOf(db: Db, communeId: PlaceId): Promise<readonly Village[]> {
  const rows = await db.place.findMany({ where: { kind: "village", communeId, validTo: null } });
  const places = await placesOf(db, rows);
  return places.flatMap((place) => (place.kind === "village" ? [place] : []));
}

/** The communes of a province that stand today, in Vietnamese order. */
export async function communesOf(db: Db, provinceId: PlaceId): Promise<readonly Commune[]> {
  const rows = await db.place.findMany({ where: { kind: "commune", provinceId, validTo: null } });
  const places = await placesOf(db, rows);
  return places.flatMap((place) => (place.kind === "commune" ? [place] : []));
}

/** The provinces that stand today, in Vietnamese order. */
export async function listProvinces(db: Db): Promise<readonly Province[]> {
  const rows = await db.place.findMany({ where: { kind: "province", validTo: null } });
  const places = await placesOf(db, rows);
  return places.flatMap((place) => (place.kind === "province" ? [place] : []));
}

/** Rows with their codes and with the names of what they lie in, in Vietnamese order. */
async function placesOf(db: Db, rows: readonly Row[]): Promise<readonly Place[]> {
  const above = new Set(rows.flatMap(({ provinceId, communeId }) => [provinceId, communeId]));
  above.delete(null);
  const parents = await db.place.findMany({
    where: { id: { in: [...above].flatMap((id) => id ?? []) } },
  });
  const codes = await db.placeCode.findMany({
    where: { placeId: { in: rows.map(({ id }) => id) }, system: "gso" },
    orderBy: { validFrom: "asc" },
  });
  const titles = new Map(parents.map((parent) => [parent.id, placeTitle(parent)]));
  const codeOf = new Map(codes.map(({ placeId, code }) => [placeId, code]));
  return rows
    .map((row) => placeOf(row, titles, codeOf.get(row.id) ?? ""))
    .toSorted((a, b) => compareVietnamese(a.name, b.name) || compareVietnamese(a.type, b.type));
}

function placeOf(row: Row, titles: ReadonlyMap<string, string>, code: string): Place {
  const base = {
    id: PlaceId.parse(row.id),
    type: row.type,
    name: row.name,
    validFrom: dayOfDate(row.validFrom),
    validTo: row.validTo === null ? null : dayOfDate(row.validTo),
  };
  if (row.kind === "province") return { ...base, kind: "province", code };
  const province = {
    provinceId: PlaceId.parse(row.provinceId),
    provinceName: titles.get(row.provinceId ?? "") ?? "",
  };
  if (row.kind === "commune") return { ...base, ...province, kind: "commune", code };
  return {
    ...base,
    ...province,
    kind: "village",
    communeId: PlaceId.parse(row.communeId),
    communeName: titles.get(row.communeId ?? "") ?? "",
  };
}

/** A `date` column arrives as midnight in UTC. */
function dayOfDate(date: Date): Day {
  return Day.parse(date.toISOString().slice(0, 10));
}

/**
 * Holds a commune or a province until the transaction ends: what is looked up afterwards and found
 * missing is still missing when it is written.
 */
export async function holdPlace(db: Db, placeId: PlaceId): Promise<void> {
  await db.$queryRaw`SELECT FROM place WHERE id = ${placeId}::uuid FOR NO KEY UPDATE`;
}
