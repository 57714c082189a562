import type { Transact } from "#app/db/index.server.ts";
import { type Actor, readLogin } from "#app/domain/identity/index.ts";
import {
  accept,
  type Clock,
  refuse,
  type Result,
  searchPatterns,
} from "#app/domain/kernel/index.ts";

import { type Desk, deskOffice } from "./desk.ts";
import { placesOfDesk } from "./desk-places.store.server.ts";
import { logAccess } from "./access-log.store.server.ts";
import type { Resident } from "./records.ts";
import { findResidents } from "./resident.store.server.ts";

export type FindResidentsRefusal = { readonly code: "not-official" };

/** More namesakes than this are told to type more of the name, or the card. */
const MOST = 30;

/**
 * Whom a name without marks or a card code may mean within a desk's reach, so that an official never
 * writes an identifier. Several are shown to choose from, which is logged; a single one is not shown yet.
 */
export async function findResidentsNamed(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: { readonly desk: Desk; readonly typed: string },
): Promise<
  Result<{ readonly people: readonly Resident[]; readonly cut: boolean }, FindResidentsRefusal>
> {
  const { desk, typed } = input;
  const office = deskOffice(actor, desk);
  if (office === null) return refuse({ code: "not-official" });
  const namePatterns = searchPatterns(typed);
  const login = readLogin(typed);
  if (namePatterns.length === 0) return accept({ people: [], cut: false });
  const places = await deps.transact([], (db) => placesOfDesk(db, desk));
  const at = deps.now();
  return deps.transact([...places.keys()], async (db) => {
    const holders =
      login.kind === "card" ? await findResidents(db, { cardCode: login.cardCode }, 1) : [];
    // Eight letters may be a name as well.
    const found =
      holders.length > 0 ? holders : await findResidents(db, { namePatterns }, MOST + 1);
    const people = found.slice(0, MOST);
    await logAccess(db, {
      placeId: desk.placeId,
      actor,
      office,
      at,
      looked: { at: "people" },
      persons: people.length > 1 ? people.length : 0,
    });
    return accept({ people, cut: found.length > MOST });
  });
}
