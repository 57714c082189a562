import { attestorOffice, type Actor } from "#app/domain/identity/index.ts";
import type { Result } from "#app/domain/kernel/index.ts";

import type { EvaluationDeps } from "./deps.ts";
import type { ReasonForm } from "./forms.ts";
import { reviewCase, type ReviewRefusal } from "./review-case.server.ts";

/** Gives a case back from the village to the citizen, who may mend it and hand it in again. */
export function returnFromVillage(
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
      step: "village",
      outcome: "returned",
      reason: input.reason,
    },
    (record) => attestorOffice(actor, record.villageId),
  );
}
