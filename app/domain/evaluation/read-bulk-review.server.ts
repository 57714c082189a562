import { cycleById } from "#app/domain/criteria/index.server.ts";
import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import { findAssessment } from "./assessment.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findNamedCases } from "./named-case.store.server.ts";
import { findAct } from "./review.store.server.ts";
import { undoOutcome } from "./undo.ts";
import type { ActView } from "./view.ts";

export type ReadBulkReviewRefusal =
  | { readonly code: "outside-commune" }
  /** No press of this commune's officials. */
  | { readonly code: "unknown-act" };

/** What one press of the commune covered, name by name, and what taking it back would do today. */
export function readBulkReview(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly actId: string },
): Promise<Result<ActView, ReadBulkReviewRefusal>> {
  const { communeId, actId } = input;
  const today = dayOf(deps.now());
  return deps.transact(actor.reach, async (db) => {
    if (communeOffice(actor, communeId) === null) return refuse({ code: "outside-commune" });
    const act = (await findAct(db, communeId, actId)).filter(({ step }) => step === "commune");
    const [first] = act;
    if (first === undefined) return refuse({ code: "unknown-act" });
    const ids = act.map(({ assessmentId }) => assessmentId);
    const one = await findAssessment(db, communeId, first.assessmentId);
    const open = one !== null && today <= (await cycleById(db, one.cycleId)).decideUntil;
    const isUndone = open && (first.outcome === "verified" || first.outcome === "refused");
    const cases = (await findNamedCases(db, communeId, ids)).map(
      ({ assessmentId, fullName, villageName, state, ...found }) => ({
        assessmentId,
        fullName,
        villageName,
        state,
        revoked: found.revoked,
        standing: found.lastActId === actId,
        undoable: isUndone && undoOutcome({ state, ...found }, { ...actor, actId }) === "reopened",
      }),
    );
    const { outcome, reason, reviewerName, reviewerOffice, at } = first;
    const own = first.reviewerPersonId === actor.personId;
    return accept({ actId, outcome, reason, reviewerName, reviewerOffice, own, at, cases });
  });
}
