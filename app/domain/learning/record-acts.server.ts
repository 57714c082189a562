import type { Db } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";

import { actOf } from "./act-of.ts";
import type { NamedStatement } from "./learning-statements.ts";
import { type OwnStatementDeps, storeOwnStatements } from "./own-statements.server.ts";
import { applyAct, type CourseState } from "./progress.ts";

/**
 * Stores statements of one person in one course and applies the acts they tell of. Acts that were told
 * before change nothing. The caller has locked the course and saves the state.
 */
export async function recordActs(
  db: Db,
  deps: OwnStatementDeps,
  actor: Pick<Actor, "communeId">,
  state: CourseState | null,
  statements: readonly NamedStatement[],
): Promise<CourseState | null> {
  let next = state;
  for (const outcome of await storeOwnStatements(db, deps, actor.communeId, statements)) {
    if (outcome.outcome === "same") continue;
    const act = actOf(outcome.statement, deps.baseIri);
    if (act !== null) next = applyAct(next, act);
  }
  return next;
}
