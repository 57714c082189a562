import type { Db } from "#app/db/index.server.ts";
import { productAgent } from "#app/domain/learning/index.server.ts";
import type { StatementInput } from "#app/domain/xapi/index.ts";
import { findStatement, storeStatements } from "#app/domain/xapi/index.server.ts";

import type { Meeting } from "./meeting.ts";

interface Storing {
  readonly baseIri: string;
  readonly meeting: Pick<Meeting, "communeId">;
}

/** A statement that may have been made and taken back before: `round` makes its id another one. */
type Maker = (round: number) => StatementInput;

/**
 * Stores each statement under the first of its ids that was not voided; one that stands is as good as
 * stored. Answers the ids, in order.
 */
export async function storeFresh(
  db: Db,
  storing: Storing,
  makers: readonly Maker[],
): Promise<readonly string[]> {
  const ids = new Map<Maker, string>();
  let left = makers;
  for (let round = 0; left.length > 0; round += 1) {
    const turn = round;
    const statements = left.map((make) => make(turn));
    // Which ids are free in the next round is known when this one is stored.
    // oxlint-disable-next-line no-await-in-loop
    const taken = await storeOnce(db, storing, statements);
    for (const [index, make] of left.entries()) {
      const id = statements[index]?.id;
      if (id !== undefined && !taken.has(id)) ids.set(make, id);
    }
    left = left.filter((make) => !ids.has(make));
  }
  return makers.flatMap((make) => ids.get(make) ?? []);
}

/** Stores statements of our own; answers the ids that others stand under, or voided ones. */
export async function storeOnce(
  db: Db,
  { baseIri, meeting }: Storing,
  statements: readonly StatementInput[],
): Promise<ReadonlySet<string>> {
  const outcomes = await storeStatements(db, {
    communeId: meeting.communeId,
    authority: productAgent(baseIri),
    statements,
  });
  const taken = new Set<string>();
  for (const outcome of outcomes) {
    switch (outcome.outcome) {
      case "stored":
        break;
      case "same":
      case "conflict": {
        // oxlint-disable-next-line no-await-in-loop -- Rare: a class that was taken back.
        const kept = await findStatement(db, outcome.id);
        if (outcome.outcome === "conflict" || kept?.voided === true) taken.add(outcome.id);
        break;
      }
      case "invalid":
        throw new Error(`a statement of our own is not valid: ${outcome.fault}`);
    }
  }
  return taken;
}
