import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import type { EvaluationDeps } from "./deps.ts";
import { findNamedCases } from "./named-case.store.server.ts";
import type { NamedCase } from "./view.ts";

export type NameCasesRefusal = { readonly code: "outside-commune" };

/** Names of a commune's cases by village and name; drafts and what is not the commune's are left out. */
export function nameCases(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly assessmentIds: readonly string[] },
): Promise<Result<readonly NamedCase[], NameCasesRefusal>> {
  const { communeId, assessmentIds } = input;
  return deps.transact(actor.reach, async (db) => {
    if (communeOffice(actor, communeId) === null) return refuse({ code: "outside-commune" });
    const cases = await findNamedCases(db, communeId, assessmentIds);
    return accept(
      cases
        .filter(({ state }) => state !== "draft")
        .map(({ assessmentId, fullName, villageName, state, revoked, lastActId }) => ({
          assessmentId,
          fullName,
          villageName,
          state,
          revoked,
          lastActId,
        })),
    );
  });
}
