import { dayOfColumn } from "#app/db/day-column.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { type PlaceId, searchPatterns } from "#app/domain/kernel/index.ts";

import type { RegisterLine } from "./view.ts";

interface RegisterQuestion {
  readonly communeId: PlaceId;
  readonly year: number;
  /** As typed; "" for every entry. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

interface Row {
  readonly id: string;
  readonly register_number: string;
  readonly public_code: string;
  readonly full_name: string;
  readonly birth_year: number | null;
  readonly village_name: string;
  readonly decision_id: string;
  readonly decision_number: string;
  readonly decided_on: Date;
  readonly revoked: boolean;
  readonly found: number;
}

/**
 * One page of a year's register by number, the last one when a later is asked for, and how many fit in
 * all. The register keeps names as they were, so it is searched by them.
 */
export async function findRegisterLines(
  db: Db,
  asked: RegisterQuestion,
): Promise<{ readonly lines: readonly RegisterLine[]; readonly found: number }> {
  const { communeId, year, page, perPage } = asked;
  const patterns = searchPatterns(asked.search);
  const rows = await db.$queryRaw<Row[]>`
    WITH searchable AS (
      SELECT id, series, number,
             CASE WHEN ${patterns}::text[] = '{}' THEN '' ELSE ' ' || search_key(full_name || ' / ' || register_number) END AS words
      FROM register_entry
      WHERE commune_id = ${communeId}::uuid AND year = ${year}
    ), fitting AS (
      SELECT id, count(*) OVER ()::int AS found,
             (row_number() OVER (ORDER BY series, number) - 1)::int AS before
      FROM searchable WHERE words LIKE ALL (${patterns}::text[])
    ), page AS (
      SELECT id, found FROM fitting
      WHERE before / ${perPage}::int = least(${page}::int - 1, (found - 1) / ${perPage}::int)
    )
    SELECT e.id, e.register_number, e.public_code, e.full_name, e.birth_year, e.village_name,
           e.decision_id, e.decision_number, e.decided_on, page.found,
           EXISTS (SELECT FROM revocation r
                   WHERE r.commune_id = e.commune_id AND r.register_entry_id = e.id) AS revoked
    FROM page JOIN register_entry e ON e.commune_id = ${communeId}::uuid AND e.id = page.id
    ORDER BY e.series, e.number`;
  return {
    found: rows[0]?.found ?? 0,
    lines: rows.map((row) => ({
      registerEntryId: row.id,
      registerNumber: row.register_number,
      publicCode: row.public_code,
      fullName: row.full_name,
      birthYear: row.birth_year,
      villageName: row.village_name,
      decisionId: row.decision_id,
      decisionNumber: row.decision_number,
      decidedOn: dayOfColumn(row.decided_on),
      revoked: row.revoked,
    })),
  };
}
