import type { Db } from "#app/db/index.server.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import { stateCounts } from "./queue.store.server.ts";
import type { AssessmentState } from "./states.ts";
import type { CommuneProgress } from "./view.ts";

interface CommuneRow {
  readonly id: PlaceId;
  readonly type: string;
  readonly name: string;
  readonly people: number;
  readonly standing: number;
}

interface StateRow {
  readonly commune_id: PlaceId;
  readonly state: AssessmentState;
  readonly count: number;
}

/** A year of each commune of a province that is within reach and has residents, by name. */
export async function findCommuneProgress(
  db: Db,
  provinceId: PlaceId,
  cycle: { readonly id: string; readonly year: number },
): Promise<readonly CommuneProgress[]> {
  const communes = await db.$queryRaw<CommuneRow[]>`
    SELECT c.id, c.type, c.name, p.people,
      (SELECT count(*)::int FROM register_entry e
       WHERE e.commune_id = c.id AND e.year = ${cycle.year}
         AND NOT EXISTS (SELECT FROM revocation r
                         WHERE r.commune_id = e.commune_id AND r.register_entry_id = e.id)) AS standing
    FROM place c
    JOIN (SELECT commune_id, count(*)::int AS people FROM person WHERE erased_at IS NULL AND ended_on IS NULL
          GROUP BY commune_id) p ON p.commune_id = c.id
    WHERE c.kind = 'commune' AND c.province_id = ${provinceId}::uuid
    ORDER BY c.name COLLATE "vi-x-icu", c.id`;
  const states = await db.$queryRaw<StateRow[]>`
    SELECT commune_id, state::text AS state, count(*)::int AS count
    FROM assessment WHERE cycle_id = ${cycle.id}::uuid GROUP BY commune_id, state`;
  return communes.map(({ id, type, name, people, standing }) => ({
    communeId: id,
    communeName: placeTitle({ type, name }),
    people,
    counts: stateCounts(states.filter(({ commune_id }) => commune_id === id)),
    standing,
  }));
}

/** A place's name with its kind word; null when there is none of that id. */
export async function findPlaceTitle(db: Db, placeId: PlaceId): Promise<string | null> {
  const place = await db.place.findUnique({ where: { id: placeId } });
  return place === null ? null : placeTitle(place);
}
