import { appendAudit } from "#app/domain/audit/index.server.ts";
import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import { auditFact } from "./audit-fact.ts";
import { deleteDraft, lockDecision } from "./decision.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";

export type DiscardDecisionRefusal =
  | { readonly code: "outside-commune" }
  | { readonly code: "unknown-decision" }
  /** What is issued stands. */
  | { readonly code: "already-issued" };

/** Throws a draft away; the cases in it are verified as before and can be listed or reopened again. */
export function discardDecision(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly decisionId: string },
): Promise<Result<{ readonly decisionId: string }, DiscardDecisionRefusal>> {
  const { communeId, decisionId } = input;
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const office = communeOffice(actor, communeId);
    if (office === null) return refuse({ code: "outside-commune" });
    const decision = await lockDecision(db, communeId, decisionId);
    if (decision === null) return refuse({ code: "unknown-decision" });
    if (decision.state === "issued") return refuse({ code: "already-issued" });
    await deleteDraft(db, communeId, decisionId);
    await appendAudit(db, [
      auditFact(actor, office, {
        communeId,
        at,
        action: "decision.discarded",
        subjectKind: "decision",
        subjectId: decisionId,
        detail: { names: decision.names },
      }),
    ]);
    return accept({ decisionId });
  });
}
