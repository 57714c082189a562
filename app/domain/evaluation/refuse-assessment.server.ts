import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import type { Result } from "#app/domain/kernel/index.ts";

import type { EvaluationDeps } from "./deps.ts";
import type { ReasonForm } from "./forms.ts";
import { reviewCase, type ReviewRefusal } from "./review-case.server.ts";

/** Refuses an endorsed case with a reason; `undoAct` takes the refusal back. */
export function refuseAssessment(
  deps: EvaluationDeps,
  actor: Actor,
  input: ReasonForm,
): Promise<Result<{ readonly revision: number }, ReviewRefusal>> {
  const { communeId, assessmentId, revision } = input;
  return reviewCase(
    deps,
    actor,
    {
      communeId,
      assessmentId,
      revision,
      step: "commune",
      outcome: "refused",
      reason: input.reason,
    },
    (record) => communeOffice(actor, record.communeId),
  );
}
