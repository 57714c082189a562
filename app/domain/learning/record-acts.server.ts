import type { Db } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import type { StatementInput } from "#app/domain/xapi/index.ts";
import { storeStatements } from "#app/domain/xapi/index.server.ts";

import { actOf } from "./learning-statements.ts";
import { applyAct, type CourseState } from "./progress.ts";

/**
 * Stores statements of one person in one course and applies the acts they tell of. Statements that
 * were stored before change nothing. The caller has locked the course and saves the state.
 */
export async function recordActs(
  db: Db,
  actor: Pick<Actor, "communeId">,
  context: { readonly baseIri: string; readonly now: Date },
  state: CourseState | null,
  statements: readonly StatementInput[],
): Promise<CourseState | null> {
  const outcomes = await storeStatements(db, {
    communeId: actor.communeId,
    stored: context.now,
    authority: platformAgent(context.baseIri),
    statements,
  });
  let next = state;
  for (const outcome of outcomes) {
    switch (outcome.outcome) {
      case "stored": {
        const act = actOf(outcome.statement, context.baseIri);
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
function platformAgent(baseIri: string) {
  return { objectType: "Agent" as const, account: { homePage: baseIri, name: "nep-hoc" } };
}
