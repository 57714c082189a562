import type { Db } from "#app/db/index.server.ts";

import type { PlaceHit } from "./place.ts";
import { hitsOf } from "./place-hits.ts";
import { placeQueryOf } from "./place-query.ts";
import { findNames } from "./place-search.store.server.ts";

const MOST_HITS = 50;

/**
 * Communes of today by their own name or by the name of an old commune that went into them. Marks do
 * not matter, words may stand in any order and be begun only; a comma parts the name from its province
 * or old district. Ranked: the exact name, then its beginning, then what merely holds the words.
 * @param query as typed; what is beyond 100 characters is not read
 * @param limit at most 50
 */
export async function searchPlaces(
  db: Db,
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<readonly PlaceHit[]> {
  const wanted = placeQueryOf(query);
  const most = Math.min(Math.max(limit, 0), MOST_HITS);
  if (wanted === null) return [];
  return hitsOf(await findNames(db, wanted), wanted, most);
}
