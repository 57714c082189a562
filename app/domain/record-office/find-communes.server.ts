import type { Transact } from "#app/db/index.server.ts";
import { type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import {
  accept,
  cleanLine,
  type PlaceId,
  refuse,
  type Result,
  searchKey,
} from "#app/domain/kernel/index.ts";
import { communesOf, searchPlaces } from "#app/domain/places/index.server.ts";

import type { FoundCommune } from "./client.ts";

export type FindCommunesRefusal = { readonly code: "not-officer" };

const HITS = 50;
const MOST = 12;

/** Communes of a province by name, old or new, marks aside, the best first; and the one that must be meant. */
export async function findCommunes(
  deps: { readonly transact: Transact },
  actor: Actor,
  input: { readonly provinceId: PlaceId; readonly typed: string },
): Promise<
  Result<
    { readonly communes: readonly FoundCommune[]; readonly meant: FoundCommune | null },
    FindCommunesRefusal
  >
> {
  const { provinceId } = input;
  if (provincialOffice(actor, provinceId) === null) return refuse({ code: "not-officer" });
  const typed = cleanLine(input.typed);
  const none = { communes: [], meant: null };
  if (typed === "") return accept(none);
  return deps.transact([], async (db) => {
    const communes = await communesOf(db, provinceId);
    const [commune] = communes;
    if (commune === undefined) return accept(none);
    // The province after a comma keeps the search to it.
    const query = typed.includes(",") ? typed : `${typed}, ${commune.provinceName}`;
    const hits = await searchPlaces(db, { query, limit: HITS });
    const within = hits.filter(({ placeId }) => communes.some(({ id }) => id === placeId));
    const found = within
      .slice(0, MOST)
      .map(({ placeId, name }) => ({ communeId: placeId, communeName: name }));
    const named = found.filter(({ communeName }) => isCalled(communeName, typed));
    const [only] = named.length === 1 ? named : found.length === 1 ? found : [];
    return accept({ communes: found, meant: only ?? null });
  });
}

/** Whether that is its whole name, with its kind word or without. */
function isCalled(communeName: string, typed: string): boolean {
  return ` ${searchKey(communeName)}`.endsWith(` ${searchKey(typed)}`);
}
