import type { Db } from "#app/db/index.server.ts";
import { type PersonId, type PlaceId, searchPatterns } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { PortfolioHolder, VillagePerson } from "./view.ts";

interface HolderRow {
  readonly full_name: string;
  readonly birth_year: number | null;
  readonly citizen_group: string;
  readonly sample: boolean;
  readonly village_id: PlaceId;
  readonly village_type: string;
  readonly village_name: string;
  readonly commune_type: string;
  readonly commune_name: string;
  readonly province_id: PlaceId;
  readonly province_type: string;
  readonly province_name: string;
}

/** Whose portfolio it is; null when there is nobody of that id within reach, or no longer. */
export async function findHolder(
  db: Db,
  communeId: PlaceId,
  personId: PersonId,
): Promise<PortfolioHolder | null> {
  const [row] = await db.$queryRaw<HolderRow[]>`
    SELECT p.full_name, extract(year FROM p.birth_date)::int AS birth_year, p.citizen_group, p.sample,
           v.id AS village_id, v.type AS village_type, v.name AS village_name,
           c.type AS commune_type, c.name AS commune_name,
           r.id AS province_id, r.type AS province_type, r.name AS province_name
    FROM person p
    JOIN place v ON v.id = p.village_id
    JOIN place c ON c.id = p.commune_id
    JOIN place r ON r.id = c.province_id
    WHERE p.commune_id = ${communeId}::uuid AND p.id = ${personId}::uuid AND p.erased_at IS NULL`;
  if (row === undefined) return null;
  return {
    communeId,
    personId,
    fullName: row.full_name,
    birthYear: row.birth_year,
    citizenGroup: row.citizen_group,
    sample: row.sample,
    villageId: row.village_id,
    villageName: placeTitle({ type: row.village_type, name: row.village_name }),
    communeName: placeTitle({ type: row.commune_type, name: row.commune_name }),
    provinceId: row.province_id,
    provinceName: placeTitle({ type: row.province_type, name: row.province_name }),
  };
}

/** Makes other acts on the same person wait until this transaction ends. */
export async function lockPerson(db: Db, communeId: PlaceId, personId: PersonId): Promise<void> {
  await db.$queryRaw`
    SELECT 1 FROM person WHERE commune_id = ${communeId}::uuid AND id = ${personId}::uuid
    FOR NO KEY UPDATE`;
}

interface VillagePeopleQuestion {
  readonly communeId: PlaceId;
  readonly villageId: PlaceId;
  readonly attestorPersonId: PersonId;
  readonly year: number;
  /** Codes of the social indicators. */
  readonly attestedBy: readonly string[];
  /** As `unaccented` gives it; "" for everybody. */
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

interface VillagePersonRow {
  readonly id: PersonId;
  readonly full_name: string;
  readonly birth_year: number | null;
  readonly attested: string[];
  readonly evidence: number;
  readonly courses: number;
  readonly found: number;
}

/** One page of a village's residents in Vietnamese order, and how many fit in all. */
export async function findVillagePeople(
  db: Db,
  asked: VillagePeopleQuestion,
): Promise<{ readonly people: readonly VillagePerson[]; readonly found: number }> {
  const [from, until] = [`${asked.year}-01-01 00:00+07`, `${asked.year + 1}-01-01 00:00+07`];
  const rows = await db.$queryRaw<VillagePersonRow[]>`
    WITH page AS (
      SELECT id, full_name, birth_date, count(*) OVER ()::int AS found
      FROM person
      WHERE commune_id = ${asked.communeId}::uuid AND village_id = ${asked.villageId}::uuid
        AND erased_at IS NULL AND ended_on IS NULL
        AND ' ' || search_name LIKE ALL (${searchPatterns(asked.search)}::text[])
      ORDER BY given_name_first(full_name) COLLATE "vi-x-icu", id
      LIMIT ${asked.limit} OFFSET ${asked.offset}
    )
    SELECT id, full_name, extract(year FROM birth_date)::int AS birth_year, found,
      ARRAY(SELECT DISTINCT indicator FROM attestation a
            WHERE a.commune_id = ${asked.communeId}::uuid AND a.person_id = page.id
              AND a.year = ${asked.year} AND a.attestor_person_id = ${asked.attestorPersonId}::uuid
              AND a.indicator = ANY (${asked.attestedBy}::text[])) AS attested,
      (SELECT count(*)::int FROM evidence e
       WHERE e.commune_id = ${asked.communeId}::uuid AND e.person_id = page.id
         AND e.withdrawn_at IS NULL
         AND extract(year FROM e.happened_on) = ${asked.year}) AS evidence,
      (SELECT count(*)::int FROM course_progress k
       WHERE k.commune_id = ${asked.communeId}::uuid AND k.person_id = page.id
         AND k.completed_at >= ${from}::timestamptz AND k.completed_at < ${until}::timestamptz) AS courses
    FROM page ORDER BY given_name_first(full_name) COLLATE "vi-x-icu", id`;
  return {
    found: rows[0]?.found ?? 0,
    people: rows.map((row) => ({
      communeId: asked.communeId,
      personId: row.id,
      fullName: row.full_name,
      birthYear: row.birth_year,
      attestedIndicators: asked.attestedBy.filter((code) => row.attested.includes(code)),
      evidence: row.evidence,
      courses: row.courses,
    })),
  };
}
