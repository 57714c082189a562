import { openCycle } from "#app/domain/criteria/index.server.ts";
import { provincialOffice, type Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import type { EvaluationDeps } from "./deps.ts";
import { findCommuneProgress, findPlaceTitle } from "./overview.store.server.ts";
import { stateCounts } from "./queue.store.server.ts";
import { AssessmentState } from "./states.ts";
import type { ProvinceOverview } from "./view.ts";

export type ProvinceOverviewRefusal =
  { readonly code: "outside-province" } | { readonly code: "no-cycle" };

/** Counts of a year by commune for the province's officer; no names. */
export function provinceOverview(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly provinceId: PlaceId; readonly year: number },
): Promise<Result<ProvinceOverview, ProvinceOverviewRefusal>> {
  const { provinceId, year } = input;
  return deps.transact(actor.reach, async (db) => {
    const office = provincialOffice(actor, provinceId);
    const provinceName = office === null ? null : await findPlaceTitle(db, provinceId);
    if (provinceName === null) return refuse({ code: "outside-province" });
    const cycle = await openCycle(db, deps.processes(), provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const communes = await findCommuneProgress(db, provinceId, cycle);
    const sum = (counted: (commune: (typeof communes)[number]) => number) =>
      communes.reduce((total, commune) => total + counted(commune), 0);
    return accept({
      provinceName,
      year,
      communes,
      total: {
        people: sum(({ people }) => people),
        standing: sum(({ standing }) => standing),
        counts: stateCounts(
          AssessmentState.options.map((state) => ({
            state,
            count: sum(({ counts }) => counts[state]),
          })),
        ),
      },
    });
  });
}
