import type { Transact } from "#app/db/index.server.ts";
import {
  accept,
  type Clock,
  dayOf,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { type Actor, communeOffice } from "./actor.ts";
import type { PeoplePage } from "./people.ts";
import { countFound, findPeople } from "./people.store.server.ts";

export type ListPeopleRefusal = { readonly code: "not-official" };

const PAGE = 50;

/** A commune's people by name; `search` needs no diacritics. A list is daily work and is not logged. */
export async function listPeople(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly villageId?: PlaceId | undefined;
    readonly search?: string | undefined;
    readonly page?: number | undefined;
    /** Unset: who lives here. */
    readonly standing?: "here" | "gone" | undefined;
  },
): Promise<Result<PeoplePage, ListPeopleRefusal>> {
  const { communeId } = input;
  if (communeOffice(actor, communeId) === null) return refuse({ code: "not-official" });
  const today = dayOf(deps.now());
  return deps.transact(actor.reach, async (db) => {
    const asked = {
      communeId,
      villageId: input.villageId ?? null,
      search: input.search ?? "",
      standing: input.standing ?? "here",
    };
    const found = await countFound(db, asked);
    const pages = Math.max(1, Math.ceil(found / PAGE));
    const page = Math.min(Math.max(1, input.page ?? 1), pages);
    const part = { ...asked, today, limit: PAGE, offset: (page - 1) * PAGE };
    return accept({ people: await findPeople(db, part), found, page, pages });
  });
}
