import { attestorOffice, type Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, unaccented, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import type { PortfolioDeps } from "./deps.ts";
import { findVillagePeople } from "./holder.store.server.ts";
import type { CriteriaPart } from "./rules.ts";
import type { VillagePeople } from "./view.ts";

export type ListVillagePeopleRefusal = { readonly code: "outside-village" };

const PAGE = 50;

/** Residents of a village for its attestor, by name; `search` needs no diacritics. */
export async function listVillagePeople(
  deps: PortfolioDeps,
  actor: Actor,
  input: {
    readonly villageId: PlaceId;
    readonly year: number;
    readonly criteria: CriteriaPart;
    readonly search?: string | undefined;
    readonly page?: number | undefined;
  },
): Promise<Result<VillagePeople, ListVillagePeopleRefusal>> {
  const office = attestorOffice(actor, input.villageId);
  if (office?.role !== "village_attestor") return refuse({ code: "outside-village" });
  const page = Math.max(1, input.page ?? 1);
  const { people, found } = await deps.transact(actor.reach, (db) =>
    findVillagePeople(db, {
      communeId: office.communeId,
      villageId: input.villageId,
      attestorPersonId: actor.personId,
      year: input.year,
      attestedBy: input.criteria.attestedBy,
      search: unaccented(input.search ?? ""),
      limit: PAGE,
      offset: (page - 1) * PAGE,
    }),
  );
  return accept({
    villageName: office.placeName,
    people,
    found,
    page,
    pages: Math.max(1, Math.ceil(found / PAGE)),
  });
}
