import type { Db } from "#app/db/index.server.ts";
import { AccountId, Day, PersonId, PlaceId, searchPatterns } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { Birth, ListedPerson, Namesake, PersonFile } from "./people.ts";

/** Which people of a commune are asked for. */
export interface PeopleQuestion {
  readonly communeId: PlaceId;
  /** Null for every village. */
  readonly villageId: PlaceId | null;
  /** As typed; "" for everybody. */
  readonly search: string;
  /** Who lives here, or who moved away or died. */
  readonly standing: "here" | "gone";
}

interface ListedRow {
  readonly id: string;
  readonly full_name: string;
  readonly birth_year: number | null;
  readonly village_type: string;
  readonly village_name: string;
  readonly card_last4: string | null;
  readonly attestor_of: readonly { readonly type: string; readonly name: string }[];
}

/** How many people a question finds. */
export async function countFound(db: Db, asked: PeopleQuestion): Promise<number> {
  const { communeId, villageId, search, standing } = asked;
  const [row] = await db.$queryRaw<{ found: number }[]>`
    SELECT count(*)::int AS found FROM person
    WHERE commune_id = ${communeId}::uuid AND erased_at IS NULL
      AND (ended_on IS NOT NULL) = ${standing === "gone"}
      AND (${villageId}::uuid IS NULL OR village_id = ${villageId}::uuid)
      AND ' ' || search_name LIKE ALL (${searchPatterns(search)}::text[])`;
  return row?.found ?? 0;
}

/** A part of a commune's people by name in Vietnamese order; offices are those of that day. */
export async function findPeople(
  db: Db,
  asked: PeopleQuestion & { readonly today: Day; readonly limit: number; readonly offset: number },
): Promise<readonly ListedPerson[]> {
  const rows = await db.$queryRaw<ListedRow[]>`
    WITH page AS (
      SELECT id, commune_id, full_name, birth_date, village_id
      FROM person
      WHERE commune_id = ${asked.communeId}::uuid AND erased_at IS NULL
        AND (ended_on IS NOT NULL) = ${asked.standing === "gone"}
        AND (${asked.villageId}::uuid IS NULL OR village_id = ${asked.villageId}::uuid)
        AND ' ' || search_name LIKE ALL (${searchPatterns(asked.search)}::text[])
      ORDER BY given_name_first(full_name) COLLATE "vi-x-icu", birth_date, id
      LIMIT ${asked.limit} OFFSET ${asked.offset}
    )
    SELECT p.id, p.full_name, extract(year FROM p.birth_date)::int AS birth_year,
           v.type AS village_type, v.name AS village_name, right(a.card_code, 4) AS card_last4,
           coalesce((
             SELECT json_agg(json_build_object('type', ov.type, 'name', ov.name))
             FROM office o JOIN place ov ON ov.id = o.place_id
             WHERE o.commune_id = p.commune_id AND o.person_id = p.id AND o.role = 'village_attestor'
               AND o.valid_from <= ${asked.today}::date
               AND (o.valid_to IS NULL OR o.valid_to > ${asked.today}::date)
           ), '[]'::json) AS attestor_of
    FROM page p
    JOIN place v ON v.id = p.village_id
    LEFT JOIN account a ON a.commune_id = p.commune_id AND a.person_id = p.id
    ORDER BY given_name_first(p.full_name) COLLATE "vi-x-icu", p.birth_date, p.id`;
  return rows.map((row) => ({
    personId: PersonId.parse(row.id),
    fullName: row.full_name,
    birthYear: row.birth_year,
    villageName: placeTitle({ type: row.village_type, name: row.village_name }),
    cardLast4: row.card_last4,
    attestorOf: row.attestor_of.map((village) => placeTitle(village)),
  }));
}

/** Registered residents of each village of a commune that has any. */
export async function countResidents(
  db: Db,
  communeId: PlaceId,
): Promise<ReadonlyMap<string, number>> {
  const groups = await db.person.groupBy({
    by: ["villageId"],
    where: { communeId, erasedAt: null, endedOn: null },
    _count: true,
  });
  return new Map(groups.map(({ villageId, _count }) => [villageId, _count]));
}

const NAMESAKES_AT_MOST = 10;

/** People of a commune who may be the same one: name without marks, and year of birth where both are known. */
export async function findNamesakes(
  db: Db,
  asked: { readonly communeId: PlaceId; readonly namesakeKey: string; readonly birth: Birth },
): Promise<readonly Namesake[]> {
  const year = asked.birth.precision === "unknown" ? null : Number(asked.birth.day.slice(0, 4));
  const rows = await db.$queryRaw<Omit<ListedRow, "card_last4" | "attestor_of">[]>`
    SELECT p.id, p.full_name, extract(year FROM p.birth_date)::int AS birth_year,
           v.type AS village_type, v.name AS village_name
    FROM person p JOIN place v ON v.id = p.village_id
    WHERE p.commune_id = ${asked.communeId}::uuid AND p.erased_at IS NULL
      AND replace(p.search_name, ' ', '') = ${asked.namesakeKey}
      AND (${year}::int IS NULL OR p.birth_date IS NULL
           OR extract(year FROM p.birth_date)::int = ${year}::int)
    ORDER BY p.birth_date, p.id LIMIT ${NAMESAKES_AT_MOST}`;
  return rows.map((row) => ({
    personId: PersonId.parse(row.id),
    fullName: row.full_name,
    birthYear: row.birth_year,
    villageName: placeTitle({ type: row.village_type, name: row.village_name }),
  }));
}

/** What the commune keeps of a person, without the offices, and her way in; null when unknown or erased. */
export async function findPersonFile(
  db: Db,
  communeId: PlaceId,
  personId: PersonId,
): Promise<{
  readonly file: Omit<PersonFile, "offices">;
  /** Her way in; null until a card is made for her, and when she died. */
  readonly account: { readonly accountId: AccountId; readonly pinHash: string } | null;
} | null> {
  const row = await db.person.findFirst({ where: { communeId, id: personId, erasedAt: null } });
  const account = await db.account.findFirst({ where: { communeId, personId, closedAt: null } });
  if (row === null) return null;
  const village = await db.place.findUniqueOrThrow({ where: { id: row.villageId } });
  const consent = await db.consent.findFirst({
    where: { communeId, personId, withdrawnAt: null },
    orderBy: { givenAt: "desc" },
  });
  const guardian =
    row.guardianId === null
      ? null
      : await db.person.findFirst({ where: { communeId, id: row.guardianId } });
  return {
    file: {
      personId,
      communeId,
      fullName: row.fullName,
      birth: birthOf(row),
      sex: row.sex,
      languages: row.languages,
      citizenGroup: row.citizenGroup,
      villageId: PlaceId.parse(row.villageId),
      villageName: placeTitle(village),
      phone: account?.phone ?? null,
      cardCode: account?.cardCode ?? null,
      nationalIdLast4: row.nationalIdLast4,
      ended: endedOf(row),
      guardianName: guardian?.fullName ?? null,
      registeredAt: row.createdAt,
      consent,
    },
    account:
      account === null
        ? null
        : { accountId: AccountId.parse(account.id), pinHash: account.pinHash },
  };
}

/** The resident of a commune who has that card, or null. */
export async function findCardHolder(
  db: Db,
  communeId: PlaceId,
  cardCode: string,
): Promise<{ readonly personId: PersonId; readonly birth: Birth } | null> {
  const account = await db.account.findFirst({ where: { communeId, cardCode, closedAt: null } });
  const row =
    account === null
      ? null
      : await db.person.findFirst({ where: { communeId, id: account.personId, erasedAt: null } });
  return row === null ? null : { personId: PersonId.parse(row.id), birth: birthOf(row) };
}

function endedOf(row: {
  readonly endedOn: Date | null;
  readonly endedHow: string | null;
}): PersonFile["ended"] {
  if (row.endedOn === null) return null;
  const on = Day.parse(row.endedOn.toISOString().slice(0, 10));
  return { on, how: row.endedHow === "died" ? "died" : "moved" };
}

function birthOf(row: {
  readonly birthDate: Date | null;
  readonly birthPrecision: Birth["precision"];
}): Birth {
  const { birthDate, birthPrecision } = row;
  return birthDate === null || birthPrecision === "unknown"
    ? { precision: "unknown" }
    : { precision: birthPrecision, day: Day.parse(birthDate.toISOString().slice(0, 10)) };
}
