import type { Db } from "#app/db/index.server.ts";
import { type PersonId, type PlaceId, searchPatterns } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import { CaseSnapshot } from "./snapshot.ts";
import type { AssessmentState } from "./states.ts";
import type { QueueState, VillageCount } from "./view.ts";

/** Which cases are asked for. */
export interface QueueQuestion {
  readonly communeId: PlaceId;
  readonly cycleId: string;
  readonly states: readonly QueueState[];
  /** Null for every village. */
  readonly villageId: PlaceId | null;
  /** As typed; "" for everybody. */
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** A case in a queue with what was handed in. */
export interface QueuedCase {
  readonly assessmentId: string;
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageId: PlaceId;
  readonly villageName: string;
  readonly state: QueueState;
  readonly revision: number;
  readonly submittedAt: Date;
  /** Recognised, and that was revoked. */
  readonly revoked: boolean;
  readonly snapshot: CaseSnapshot;
}

interface Row {
  readonly id: string;
  readonly person_id: PersonId;
  readonly full_name: string;
  readonly birth_year: number | null;
  readonly village_id: PlaceId;
  readonly village_type: string;
  readonly village_name: string;
  readonly state: QueueState;
  readonly revision: number;
  readonly submitted_at: Date;
  readonly revoked: boolean;
  readonly payload: string;
  readonly found: number;
}

/** One page by village and name in Vietnamese order, and how many fit in all. */
export async function findQueued(
  db: Db,
  asked: QueueQuestion,
): Promise<{ readonly cases: readonly QueuedCase[]; readonly found: number }> {
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS (
      SELECT a.id, a.person_id, a.village_id, a.state, a.revision, a.submitted_at, a.snapshot_id,
             p.full_name, p.birth_date, v.type AS village_type, v.name AS village_name,
             count(*) OVER ()::int AS found
      FROM assessment a
      JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id
      JOIN place v ON v.id = a.village_id
      WHERE a.commune_id = ${asked.communeId}::uuid AND a.cycle_id = ${asked.cycleId}::uuid
        AND a.state = ANY (${asked.states}::assessment_state[])
        AND (${asked.villageId}::uuid IS NULL OR a.village_id = ${asked.villageId}::uuid)
        AND ' ' || p.search_name LIKE ALL (${searchPatterns(asked.search)}::text[])
      ORDER BY v.name COLLATE "vi-x-icu", v.id, given_name_first(p.full_name) COLLATE "vi-x-icu", a.id
      LIMIT ${asked.limit} OFFSET ${asked.offset}
    )
    SELECT page.id, person_id, full_name, extract(year FROM birth_date)::int AS birth_year, village_id,
           village_type, village_name, state::text AS state, revision, submitted_at, s.payload, found,
           EXISTS (SELECT FROM register_entry e
                   JOIN revocation r ON r.commune_id = e.commune_id AND r.register_entry_id = e.id
                   WHERE e.commune_id = ${asked.communeId}::uuid AND e.assessment_id = page.id) AS revoked
    FROM page
    JOIN assessment_snapshot s ON s.commune_id = ${asked.communeId}::uuid AND s.id = page.snapshot_id
    ORDER BY village_name COLLATE "vi-x-icu", village_id, given_name_first(full_name) COLLATE "vi-x-icu",
             page.id`;
  return {
    found: rows[0]?.found ?? 0,
    cases: rows.map((row) => ({
      assessmentId: row.id,
      personId: row.person_id,
      fullName: row.full_name,
      birthYear: row.birth_year,
      villageId: row.village_id,
      villageName: placeTitle({ type: row.village_type, name: row.village_name }),
      state: row.state,
      revision: row.revision,
      submittedAt: row.submitted_at,
      revoked: row.revoked,
      snapshot: CaseSnapshot.parse(JSON.parse(row.payload)),
    })),
  };
}

/** How many assessments are in each state; of one village when it is named. */
export async function countByState(
  db: Db,
  asked: Pick<QueueQuestion, "communeId" | "cycleId" | "villageId">,
): Promise<Readonly<Record<AssessmentState, number>>> {
  const { communeId, cycleId, villageId } = asked;
  const rows = await db.assessment.groupBy({
    by: ["state"],
    where: { communeId, cycleId, ...(villageId === null ? {} : { villageId }) },
    _count: true,
  });
  return stateCounts(rows.map(({ state, _count }) => ({ state, count: _count })));
}

/** Every state with its count, 0 where there is none. */
export function stateCounts(
  counted: readonly { readonly state: AssessmentState; readonly count: number }[],
): Readonly<Record<AssessmentState, number>> {
  const counts: Record<AssessmentState, number> = {
    draft: 0,
    submitted: 0,
    returned: 0,
    endorsed: 0,
    verified: 0,
    refused: 0,
    recognised: 0,
  };
  for (const { state, count } of counted) counts[state] += count;
  return counts;
}

/** Cases of the asked states in each village that has one, in Vietnamese order. */
export async function countByVillage(
  db: Db,
  asked: Pick<QueueQuestion, "communeId" | "cycleId" | "states">,
): Promise<readonly VillageCount[]> {
  const rows = await db.$queryRaw<{ id: PlaceId; type: string; name: string; cases: number }[]>`
    SELECT v.id, v.type, v.name, count(*)::int AS cases
    FROM assessment a JOIN place v ON v.id = a.village_id
    WHERE a.commune_id = ${asked.communeId}::uuid AND a.cycle_id = ${asked.cycleId}::uuid
      AND a.state = ANY (${asked.states}::assessment_state[])
    GROUP BY v.id, v.type, v.name
    ORDER BY v.name COLLATE "vi-x-icu", v.id`;
  return rows.map(({ id, type, name, cases }) => ({
    villageId: id,
    villageName: placeTitle({ type, name }),
    cases,
  }));
}
