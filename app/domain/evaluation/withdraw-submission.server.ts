import { openCycle } from "#app/domain/criteria/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, yearOf, type Result } from "#app/domain/kernel/index.ts";

import { changeAssessment, lockOwn } from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { RevisionForm } from "./forms.ts";
import { nextState, type AssessmentState } from "./states.ts";

export type WithdrawSubmissionRefusal =
  | { readonly code: "no-cycle" }
  /** Nothing lies with the village: never handed in, or already reviewed. */
  | { readonly code: "not-submitted"; readonly state: AssessmentState | null }
  | { readonly code: "changed"; readonly revision: number };

/** Takes back what was handed in, as long as nobody has reviewed it; it is a draft again. */
export function withdrawSubmission(
  deps: EvaluationDeps,
  actor: Actor,
  input: RevisionForm,
): Promise<Result<{ readonly revision: number }, WithdrawSubmissionRefusal>> {
  const at = deps.now();
  const { communeId } = actor;
  return deps.transact(actor.reach, async (db) => {
    const year = yearOf(dayOf(at));
    const cycle = await openCycle(db, deps.processes(), actor.provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const held = await lockOwn(db, actor, cycle.id);
    const state = held === null ? null : nextState(held.state, "withdraw");
    if (held === null || state === null) {
      return refuse({ code: "not-submitted", state: held?.state ?? null });
    }
    if (held.revision !== input.revision) {
      return refuse({ code: "changed", revision: held.revision });
    }
    const revision = await changeAssessment(db, held, { state }, at);
    await appendAudit(db, [
      auditFact(actor, null, {
        communeId,
        at,
        action: "assessment.withdrawn",
        subjectKind: "assessment",
        subjectId: held.id,
        detail: { revision },
      }),
    ]);
    return accept({ revision });
  });
}
