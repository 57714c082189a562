import type { Db } from "#app/db/index.server.ts";
import { canonicalJson, type PlaceId } from "#app/domain/kernel/index.ts";
import type { Agent, Statement } from "#app/domain/xapi/index.ts";
import {
  findStatementsVouchedBy,
  storeStatements,
  type StoreOutcome,
} from "#app/domain/xapi/index.server.ts";

import type { LearningDeps } from "./deps.ts";
import type { NamedStatement } from "./learning-statements.ts";

export type OwnStatementDeps = Pick<LearningDeps, "baseIri" | "statementIds" | "newId">;

export type OwnOutcome =
  | { readonly id: string; readonly outcome: "stored"; readonly statement: Statement }
  /** Told before, maybe in other words. */
  | { readonly id: string; readonly outcome: "same"; readonly voided: boolean };

/** The product itself, as the authority of what it recorded. */
export function productAgent(baseIri: string): Agent {
  return { objectType: "Agent", account: { homePage: baseIri, name: "nep-hoc" } };
}

/**
 * Stores acts of our own, in order. One that we kept before, under whichever of its ids, is the same. Where an
 * id is taken by anything else (somebody else's statement, the trace of an erased one), the act is stored under
 * a fresh one: no stranger keeps an act from being recorded.
 */
export async function storeOwnStatements(
  db: Db,
  deps: OwnStatementDeps,
  communeId: PlaceId,
  statements: readonly NamedStatement[],
): Promise<readonly OwnOutcome[]> {
  const authority = productAgent(deps.baseIri);
  const told = await findTold(
    db,
    deps,
    statements.map(({ id }) => id),
  );
  const fresh = new Map<string, NamedStatement>();
  for (const statement of statements) {
    const { id: name } = statement;
    if (!told.has(name)) fresh.set(name, { ...statement, id: deps.statementIds.of(name) });
  }
  const store = (some: readonly NamedStatement[]) =>
    storeStatements(db, { communeId, authority, statements: some });
  const outcomes = new Map<string, StoreOutcome>();
  const names = [...fresh.keys()];
  for (const [index, outcome] of (await store([...fresh.values()])).entries()) {
    outcomes.set(names[index] ?? "", outcome);
  }
  const taken = names.filter((name) => outcomes.get(name)?.outcome !== "stored");
  const again = taken.flatMap((name) => {
    const statement = fresh.get(name);
    return statement === undefined ? [] : [{ ...statement, id: deps.newId() }];
  });
  for (const [index, outcome] of (await store(again)).entries()) {
    outcomes.set(taken[index] ?? "", outcome);
  }
  const seen = new Set<string>();
  return statements.map(({ id: name }): OwnOutcome => {
    const before = told.get(name);
    if (before !== undefined) return { ...before, outcome: "same" };
    const outcome = outcomes.get(name);
    if (outcome?.outcome !== "stored") {
      const fault = outcome?.outcome === "invalid" ? outcome.fault : "its id is taken twice";
      throw new Error(`a statement of our own is not kept: ${fault}`);
    }
    // Named twice in one call, it was stored by the first.
    if (seen.has(name)) return { id: outcome.id, outcome: "same", voided: false };
    seen.add(name);
    return { id: outcome.id, outcome: "stored", statement: outcome.statement };
  });
}

/** Of acts by their names, those that we told before and that are not erased: under which id, and if voided. */
export async function findTold(
  db: Db,
  { baseIri, statementIds }: Pick<OwnStatementDeps, "baseIri" | "statementIds">,
  names: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly voided: boolean }>> {
  const idsOf = new Map(
    names.map((name) => [name, [statementIds.of(name), ...statementIds.earlier(name)]]),
  );
  const kept = await findStatementsVouchedBy(
    db,
    canonicalJson(productAgent(baseIri)),
    [...idsOf.values()].flat(),
  );
  const standing = new Map(
    kept.flatMap((one) => (one.payload === null ? [] : [[one.id, one] as const])),
  );
  const told = new Map<string, { readonly id: string; readonly voided: boolean }>();
  for (const [name, ids] of idsOf) {
    const found = ids.flatMap((id) => standing.get(id) ?? []).at(0);
    if (found !== undefined) told.set(name, { id: found.id, voided: found.voided });
  }
  return told;
}
