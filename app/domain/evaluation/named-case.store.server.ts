import type { Db } from "#app/db/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { AssessmentState } from "./states.ts";

/** A case with what a list of names needs of it. */
export interface NamedCaseRecord {
  readonly assessmentId: string;
  readonly personId: PersonId;
  /** As now. */
  readonly fullName: string;
  readonly villageName: string;
  readonly state: AssessmentState;
  /** The newest press on it, null when nobody has reviewed it. */
  readonly lastActId: string | null;
  /** Whether a decision lists it. */
  readonly listed: boolean;
  /** Recognised, and that was revoked. */
  readonly revoked: boolean;
}

interface Row {
  readonly id: string;
  readonly person_id: PersonId;
  readonly full_name: string;
  readonly village_type: string;
  readonly village_name: string;
  readonly state: AssessmentState;
  readonly last_act_id: string | null;
  readonly listed: boolean;
  readonly revoked: boolean;
}

/** Cases of a commune by id, by village and name in Vietnamese order; unknown ids are missing. */
export async function findNamedCases(
  db: Db,
  communeId: PlaceId,
  ids: readonly string[],
): Promise<readonly NamedCaseRecord[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.person_id, p.full_name, v.type AS village_type, v.name AS village_name,
           a.state::text AS state,
           (SELECT r.act_id FROM review r
            WHERE r.commune_id = a.commune_id AND r.assessment_id = a.id
            ORDER BY r.at DESC, r.id DESC LIMIT 1) AS last_act_id,
           EXISTS (SELECT FROM decision_item i
                   WHERE i.commune_id = a.commune_id AND i.assessment_id = a.id) AS listed,
           EXISTS (SELECT FROM register_entry e
                   JOIN revocation r ON r.commune_id = e.commune_id AND r.register_entry_id = e.id
                   WHERE e.commune_id = a.commune_id AND e.assessment_id = a.id) AS revoked
    FROM assessment a
    JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id
    JOIN place v ON v.id = a.village_id
    WHERE a.commune_id = ${communeId}::uuid AND a.id = ANY (${ids}::uuid[])
    ORDER BY v.name COLLATE "vi-x-icu", v.id, given_name_first(p.full_name) COLLATE "vi-x-icu", a.id`;
  return rows.map((row) => ({
    assessmentId: row.id,
    personId: row.person_id,
    fullName: row.full_name,
    villageName: placeTitle({ type: row.village_type, name: row.village_name }),
    state: row.state,
    lastActId: row.last_act_id,
    listed: row.listed,
    revoked: row.revoked,
  }));
}
