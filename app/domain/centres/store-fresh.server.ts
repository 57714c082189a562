import type { Db } from "#app/db/index.server.ts";
import type { NamedStatement } from "#app/domain/learning/index.ts";
import { storeOwnStatements } from "#app/domain/learning/index.server.ts";

import type { CentresDeps } from "./deps.ts";
import type { Meeting } from "./meeting.ts";

type Storing = Pick<CentresDeps, "baseIri" | "statementIds" | "newId">;

/** A statement that may have been made and taken back before: `round` makes its name another one. */
type Maker = (round: number) => NamedStatement;

/**
 * Stores each statement under the first of its names that was not voided; one that stands is as good as
 * stored. Answers the ids, in order.
 */
export async function storeFresh(
  db: Db,
  deps: Storing,
  { communeId }: Pick<Meeting, "communeId">,
  makers: readonly Maker[],
): Promise<readonly string[]> {
  const ids = new Map<Maker, string>();
  let left = makers;
  for (let round = 0; left.length > 0; round += 1) {
    const turn = round;
    const statements = left.map((make) => make(turn));
    // Which names are free in the next round is known when this one is stored.
    // oxlint-disable-next-line no-await-in-loop
    const outcomes = await storeOwnStatements(db, deps, communeId, statements);
    for (const [index, make] of left.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) continue;
      if (outcome.outcome === "stored" || !outcome.voided) ids.set(make, outcome.id);
    }
    left = left.filter((make) => !ids.has(make));
  }
  return makers.flatMap((make) => ids.get(make) ?? []);
}
