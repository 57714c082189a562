import { attestorOffice, type Actor } from "#app/domain/identity/index.ts";
import type { Result } from "#app/domain/kernel/index.ts";

import type { EvaluationDeps } from "./deps.ts";
import type { EndorsementForm } from "./forms.ts";
import { reviewCase, type ReviewRefusal } from "./review-case.server.ts";

/** Agrees, in the village, that a case may go to the commune. */
export function endorseInVillage(
  deps: EvaluationDeps,
  actor: Actor,
  input: EndorsementForm,
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
      outcome: "endorsed",
      reason: input.words,
    },
    (record) => attestorOffice(actor, record.villageId),
  );
}
