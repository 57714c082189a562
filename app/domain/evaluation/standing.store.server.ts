import type { Db } from "#app/db/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { CaseSnapshot } from "./snapshot.ts";

/** How much of somebody's learning in a year stands today. */
export interface StandingRecord {
  readonly lessonsCompleted: number;
  readonly meetings: number;
}

interface Row extends StandingRecord {
  readonly personId: PersonId;
}

/** Of several people at once, for a list. */
export async function findStandingRecords(
  db: Db,
  communeId: PlaceId,
  personIds: readonly PersonId[],
  year: number,
): Promise<ReadonlyMap<PersonId, StandingRecord>> {
  const [from, until] = [`${year}-01-01 00:00+07`, `${year + 1}-01-01 00:00+07`];
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id AS "personId",
           (SELECT count(*)::int FROM lesson_progress l
            WHERE l.commune_id = p.commune_id AND l.person_id = p.id
              AND l.completed_at >= ${from}::timestamptz AND l.completed_at < ${until}::timestamptz)
             AS "lessonsCompleted",
           (SELECT count(*)::int FROM attendance a
            JOIN class_meeting m ON m.commune_id = a.commune_id AND m.id = a.meeting_id
            WHERE a.commune_id = p.commune_id AND a.person_id = p.id AND m.closed_at IS NOT NULL
              AND m.held_on BETWEEN ${first}::date AND ${last}::date) AS meetings
    FROM person p
    WHERE p.commune_id = ${communeId}::uuid AND p.id = ANY (${personIds}::uuid[])`;
  return new Map(rows.map(({ personId, ...standing }) => [personId, standing]));
}

/** Whether part of what was handed in is no longer there: it was erased, or taken back. */
export function isDiminished({ learning }: CaseSnapshot, now: StandingRecord): boolean {
  return now.lessonsCompleted < learning.lessonsCompleted || now.meetings < learning.meetings;
}
