import { appendAudit } from "#app/domain/audit/index.server.ts";
import { auditActor, type Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { PortfolioDeps } from "./deps.ts";
import { findEvidenceRecord, markWithdrawn } from "./evidence.store.server.ts";

/** Unknown and somebody else's are answered alike. */
export type WithdrawEvidenceRefusal = { readonly code: "not-yours" };

/** Takes own evidence back; its photograph is shown to nobody from then on. Twice is as once. */
export function withdrawEvidence(
  deps: PortfolioDeps,
  actor: Actor,
  input: { readonly evidenceId: string },
): Promise<Result<{ readonly evidenceId: string }, WithdrawEvidenceRefusal>> {
  const at = deps.now();
  const { communeId, personId } = actor;
  return deps.transact(actor.reach, async (db) => {
    const record = await findEvidenceRecord(db, communeId, input.evidenceId);
    if (record === null || record.personId !== personId) return refuse({ code: "not-yours" });
    if (await markWithdrawn(db, communeId, input.evidenceId, at)) {
      await appendAudit(db, [
        {
          communeId,
          at,
          actor: auditActor(actor, null),
          action: "evidence.withdrawn",
          subjectKind: "evidence",
          subjectId: input.evidenceId,
          detail: {},
        },
      ]);
    }
    return accept({ evidenceId: input.evidenceId });
  });
}
