import type { Actor } from "#app/domain/identity/index.ts";
import { dayOf, yearOf } from "#app/domain/kernel/index.ts";

import { latestCycle, openCycle } from "./cycle.store.server.ts";
import type { Cycle } from "./cycle.ts";
import type { CriteriaDeps } from "./deps.ts";

/** The cycle of a year (this one when none is named) in the actor's province; null without a procedure. */
export function findCurrentCycle(
  deps: CriteriaDeps,
  actor: Actor,
  input: { readonly year?: number | undefined } = {},
): Promise<Cycle | null> {
  const year = input.year ?? yearOf(dayOf(deps.now()));
  return deps.transact(actor.reach, (db) =>
    openCycle(db, deps.processes(), actor.provinceId, year),
  );
}

/** The cycle of this year in the actor's province or, where none is open yet, the last one there was. */
export function findLatestCycle(deps: CriteriaDeps, actor: Actor): Promise<Cycle | null> {
  const year = yearOf(dayOf(deps.now()));
  return deps.transact(actor.reach, (db) =>
    latestCycle(db, deps.processes(), actor.provinceId, year),
  );
}
