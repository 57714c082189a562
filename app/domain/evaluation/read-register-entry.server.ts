import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import { overseeingOffice } from "./access.ts";
import { auditFact } from "./audit-fact.ts";
import { findCommune } from "./cycle.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findEntry } from "./register.store.server.ts";
import type { RegisterEntryView } from "./view.ts";

/** Unknown, and known but of somebody this person does not answer for, are answered alike. */
export type ReadRegisterEntryRefusal = { readonly code: "not-yours" };

/** A recognition for its holder, the commune's official or the province's officer; the last two are logged. */
export function readRegisterEntry(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly registerEntryId: string },
): Promise<Result<RegisterEntryView, ReadRegisterEntryRefusal>> {
  const { communeId, registerEntryId } = input;
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const commune = await findCommune(db, communeId);
    const entry = await findEntry(db, communeId, registerEntryId);
    if (commune === null || entry === null) return refuse({ code: "not-yours" });
    if (entry.personId === actor.personId) return accept(entry);
    const office = overseeingOffice(actor, commune);
    if (office === null) return refuse({ code: "not-yours" });
    await appendAudit(db, [
      auditFact(actor, office, {
        communeId,
        at,
        action: "recognition.read",
        subjectKind: "register-entry",
        subjectId: registerEntryId,
        detail: { registerNumber: entry.registerNumber },
      }),
    ]);
    return accept(entry);
  });
}
