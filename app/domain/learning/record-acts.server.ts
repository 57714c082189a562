import type { Db } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import type { Agent, StatementInput } from "#app/domain/xapi/index.ts";
import { storeStatements } from "#app/domain/xapi/index.server.ts";

import { actOf } from "./act-of.ts";
import { applyAct, type CourseState } from "./progress.ts";

/**
 * Stores statements of one person in one course and applies the acts they tell of. Statements that
 * were stored before change nothing. The caller has locked the course and saves the state.
 */
export async function recordActs(
  db: Db,
  actor: Pick<Actor, "communeId">,
  baseIri: string,
  state: CourseState | null,
  statements: readonly StatementInput[],
): Promise<CourseState | null> {
  const outcomes = await storeStatements(db, {
    communeId: actor.communeId,
    authority: productAgent(baseIri),
    statements,
  });
  let next = state;
  for (const outcome of outcomes) {
    switch (outcome.outcome) {
      case "stored": {
        const act = actOf(outcome.statement, baseIri);
        if (act !== null) next = applyAct(next, act);
        break;
      }
      case "same":
      case "conflict":
        break;
      case "invalid":
        throw new Error(`a statement of our own is not valid: ${outcome.fault}`);
    }
  }
  return next;
}

/** The product itself, as the authority of what it recorded. */
export function productAgent(baseIri: string): Agent {
  return { objectType: "Agent", account: { homePage: baseIri, name: "nep-hoc" } };
}
