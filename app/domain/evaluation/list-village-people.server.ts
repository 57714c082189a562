import { findCommune } from "./commune.store.server.ts";
import { openCycle } from "#app/domain/criteria/index.server.ts";
import { attestorOffice, type Actor } from "#app/domain/identity/index.ts";
import {
  accept,
  dayOf,
  refuse,
  yearOf,
  type PlaceId,
  type Result,
} from "#app/domain/kernel/index.ts";
import { findVillagePeople } from "#app/domain/portfolio/index.server.ts";

import { findHandedIn } from "./assessment.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { VillageResidents } from "./view.ts";

export type ListVillagePeopleRefusal =
  { readonly code: "outside-village" } | { readonly code: "no-cycle" };

const PAGE = 50;

/** Residents of a village for its attestor, by name, with where each one's assessment stands. */
export function listVillagePeople(
  deps: EvaluationDeps,
  actor: Actor,
  input: {
    readonly villageId: PlaceId;
    /** This one when none is named. */
    readonly year?: number | undefined;
    /** Needs no diacritics. */
    readonly search?: string | undefined;
    /** From 1. */
    readonly page?: number | undefined;
  },
): Promise<Result<VillageResidents, ListVillagePeopleRefusal>> {
  const { villageId } = input;
  return deps.transact(actor.reach, async (db) => {
    const office = attestorOffice(actor, villageId);
    if (office?.role !== "village_attestor") return refuse({ code: "outside-village" });
    const { communeId, placeName } = office;
    const commune = await findCommune(db, communeId);
    const year = input.year ?? yearOf(dayOf(deps.now()));
    const cycle =
      commune === null ? null : await openCycle(db, deps.processes(), commune.provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const page = Math.max(1, input.page ?? 1);
    const { people, found } = await findVillagePeople(db, {
      communeId,
      villageId,
      attestorPersonId: actor.personId,
      year,
      attestedBy: cycle.criteria.attestedBy,
      search: input.search ?? "",
      limit: PAGE,
      offset: (page - 1) * PAGE,
    });
    const personIds = people.map(({ personId }) => personId);
    const states = await findHandedIn(db, communeId, cycle.id, personIds);
    return accept({
      villageName: placeName,
      people: people.map((one) => ({
        ...one,
        ...(states.get(one.personId) ?? { state: null, revoked: false }),
      })),
      found,
      page,
      pages: Math.max(1, Math.ceil(found / PAGE)),
    });
  });
}
