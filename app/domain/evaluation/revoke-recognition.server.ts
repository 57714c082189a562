import { processOf } from "#app/domain/criteria/index.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { communeOffice, officeText, type Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { auditFact } from "./audit-fact.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { RevocationForm } from "./forms.ts";
import { findEntry, insertRevocation } from "./register.store.server.ts";

export type RevokeRecognitionRefusal =
  | { readonly code: "outside-commune" }
  | { readonly code: "unknown-entry" }
  /** Not a reason of the year's process. */
  | { readonly code: "unknown-reason" }
  | { readonly code: "own-recognition" }
  | { readonly code: "already-revoked" };

/** Revokes a recognition. The entry stays in the register; whoever checks it is told. */
export function revokeRecognition(
  deps: EvaluationDeps,
  actor: Actor,
  input: RevocationForm,
): Promise<Result<{ readonly registerEntryId: string }, RevokeRecognitionRefusal>> {
  const { communeId, registerEntryId } = input;
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const office = communeOffice(actor, communeId);
    if (office === null) return refuse({ code: "outside-commune" });
    const entry = await findEntry(db, [communeId], registerEntryId);
    if (entry === null) return refuse({ code: "unknown-entry" });
    if (entry.personId === actor.personId) return refuse({ code: "own-recognition" });
    const reason = processOf(deps.processes(), entry.year)?.revocationReasons.find(
      ({ code }) => code === input.reason,
    );
    if (reason === undefined) return refuse({ code: "unknown-reason" });
    const isFirst = await insertRevocation(db, {
      communeId,
      id: deps.newId(),
      registerEntryId,
      reason: reason.sentence,
      legalBasis: input.words,
      revokerName: actor.fullName,
      revokerOffice: officeText(office),
      revokedAt: at,
    });
    if (!isFirst) return refuse({ code: "already-revoked" });
    await appendAudit(db, [
      auditFact(actor, office, {
        communeId,
        at,
        action: "recognition.revoked",
        subjectKind: "register-entry",
        subjectId: registerEntryId,
        detail: { registerNumber: entry.registerNumber, reason: reason.code, words: input.words },
      }),
    ]);
    return accept({ registerEntryId });
  });
}
