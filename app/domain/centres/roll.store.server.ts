import type { Db } from "#app/db/index.server.ts";
import { pictureOf, Picture } from "#app/domain/identity/index.ts";
import { AccountId, PersonId, type PlaceId, searchPatterns } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import { type Meeting, PRESENT_AT_MOST } from "./meeting.ts";

/** A resident of the commune beside a meeting's roll. */
export interface RollRow {
  readonly personId: PersonId;
  readonly fullName: string;
  /** The same for names that may be taken for one another. */
  readonly namesakeKey: string;
  readonly birthYear: number | null;
  readonly villageId: string;
  /** With its kind word. */
  readonly villageName: string;
  readonly picture: Picture;
  readonly accountId: AccountId;
  readonly present: boolean;
  /** Null until the meeting is closed. */
  readonly statementId: string | null;
}

interface Row {
  readonly id: string;
  readonly full_name: string;
  readonly namesake_key: string;
  readonly birth_year: number | null;
  readonly village_id: string;
  readonly village_type: string;
  readonly village_name: string;
  readonly account_id: string;
  readonly picture: string | null;
  readonly present: boolean;
  readonly statement_id: string | null;
  readonly found: number;
}

/** Which residents of the meeting's commune. */
export interface RollQuestion {
  /** Null for every village. */
  readonly villageId: PlaceId | null;
  /** As typed; "" for everybody. */
  readonly search: string;
  readonly presentOnly: boolean;
  /** Who cannot be marked: whoever leads, and whoever calls. */
  readonly without: readonly PersonId[];
  readonly limit: number;
  readonly offset: number;
}

/** Residents by name in Vietnamese order, those of the meeting's own village first; `found`: of all parts. */
export async function findRollRows(
  db: Db,
  { communeId, meetingId, placeId }: Meeting,
  asked: RollQuestion,
): Promise<{ readonly rows: readonly RollRow[]; readonly found: number }> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.full_name, replace(p.search_name, ' ', '') AS namesake_key, extract(year FROM p.birth_date)::int AS birth_year,
           p.village_id, v.type AS village_type, v.name AS village_name, a.id AS account_id,
           a.picture, t.person_id IS NOT NULL AS present, t.statement_id,
           (count(*) OVER ())::int AS found
    FROM person p
    JOIN place v ON v.id = p.village_id
    JOIN account a ON a.commune_id = p.commune_id AND a.person_id = p.id
    LEFT JOIN attendance t
      ON t.commune_id = p.commune_id AND t.meeting_id = ${meetingId}::uuid AND t.person_id = p.id
    WHERE p.commune_id = ${communeId}::uuid AND p.erased_at IS NULL AND p.ended_on IS NULL
      AND (${asked.villageId}::uuid IS NULL OR p.village_id = ${asked.villageId}::uuid)
      AND (NOT ${asked.presentOnly} OR t.person_id IS NOT NULL)
      AND p.id <> ALL(${[...asked.without]}::uuid[])
      AND ' ' || p.search_name LIKE ALL (${searchPatterns(asked.search)}::text[])
    ORDER BY p.village_id = ${placeId}::uuid DESC, given_name_first(p.full_name) COLLATE "vi-x-icu", p.birth_date, p.id
    LIMIT ${asked.limit} OFFSET ${asked.offset}`;
  return {
    found: rows[0]?.found ?? 0,
    rows: rows.map((row) => ({
      personId: PersonId.parse(row.id),
      fullName: row.full_name,
      namesakeKey: row.namesake_key,
      birthYear: row.birth_year,
      villageId: row.village_id,
      villageName: placeTitle({ type: row.village_type, name: row.village_name }),
      picture: Picture.safeParse(row.picture).data ?? pictureOf(row.account_id),
      accountId: AccountId.parse(row.account_id),
      present: row.present,
      statementId: row.statement_id,
    })),
  };
}

/** Everybody who was marked present, by name. */
export async function findPresent(db: Db, meeting: Meeting): Promise<readonly RollRow[]> {
  const all = { villageId: null, search: "", presentOnly: true, without: [] };
  const { rows } = await findRollRows(db, meeting, { ...all, limit: PRESENT_AT_MOST, offset: 0 });
  return rows;
}

/** Which of these are registered in the commune and were not erased. */
export async function findResidents(
  db: Db,
  communeId: PlaceId,
  personIds: readonly PersonId[],
): Promise<ReadonlySet<string>> {
  const rows = await db.person.findMany({
    where: { communeId, id: { in: [...personIds] }, erasedAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

export interface Marking {
  readonly markedById: PersonId;
  readonly at: Date;
  readonly how: "tapped" | "scanned";
}

/** Marks people present; answers how many were not before. */
export async function insertAttendance(
  db: Db,
  { communeId, meetingId }: Meeting,
  personIds: readonly PersonId[],
  { markedById, at: markedAt, how }: Marking,
): Promise<number> {
  const { count } = await db.attendance.createMany({
    data: personIds.map((personId) => ({
      communeId,
      meetingId,
      personId,
      markedById,
      markedAt,
      how,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Takes people off the roll; answers how many were on it. */
export async function deleteAttendance(
  db: Db,
  { communeId, meetingId }: Meeting,
  personIds: readonly PersonId[],
): Promise<number> {
  const { count } = await db.attendance.deleteMany({
    where: { communeId, meetingId, personId: { in: [...personIds] } },
  });
  return count;
}

export function countPresent(db: Db, { communeId, meetingId }: Meeting): Promise<number> {
  return db.attendance.count({ where: { communeId, meetingId } });
}

/** Who was marked last, by card; null when nobody was. */
export async function findLastScanned(
  db: Db,
  { communeId, meetingId }: Meeting,
): Promise<string | null> {
  const row = await db.attendance.findFirst({
    where: { communeId, meetingId, how: "scanned" },
    orderBy: { markedAt: "desc" },
    select: { personId: true },
  });
  return row?.personId ?? null;
}

/** Which statement says of each that she was there; null for all: none does any more. */
export async function saveStatementIds(
  db: Db,
  { communeId, meetingId }: Meeting,
  ids: readonly { readonly personId: PersonId; readonly statementId: string }[] | null,
): Promise<void> {
  if (ids === null) {
    await db.attendance.updateMany({
      where: { communeId, meetingId },
      data: { statementId: null },
    });
    return;
  }
  await db.$executeRaw`
    UPDATE attendance a SET statement_id = s.statement_id
    FROM unnest(${ids.map(({ personId }) => personId)}::uuid[],
                ${ids.map(({ statementId }) => statementId)}::uuid[]) AS s (person_id, statement_id)
    WHERE a.commune_id = ${communeId}::uuid AND a.meeting_id = ${meetingId}::uuid
      AND a.person_id = s.person_id`;
}
