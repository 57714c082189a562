import { findCommune } from "./commune.store.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import { overseeingOffice } from "./access.ts";
import { auditFact } from "./audit-fact.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findEntry } from "./register.store.server.ts";
import type { RegisterEntryView } from "./view.ts";

/** Unknown, and known but of somebody this person does not answer for, are answered alike. */
export type FindRegisterEntryRefusal = { readonly code: "not-yours" };

/** A recognition for its holder, the commune's official or the province's officer; the last two are logged. */
export function findRegisterEntry(
  deps: EvaluationDeps,
  actor: Actor,
  input: {
    readonly registerEntryId: string;
    /** Wherever the reader has something to say when none is named. */
    readonly communeId?: PlaceId | undefined;
  },
): Promise<Result<RegisterEntryView, FindRegisterEntryRefusal>> {
  const { registerEntryId } = input;
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const communes = input.communeId === undefined ? actor.reach : [input.communeId];
    const entry = await findEntry(db, communes, registerEntryId);
    const commune = entry === null ? null : await findCommune(db, entry.communeId);
    if (entry === null || commune === null) return refuse({ code: "not-yours" });
    if (entry.personId === actor.personId) return accept(entry);
    const office = overseeingOffice(actor, commune);
    if (office === null) return refuse({ code: "not-yours" });
    await appendAudit(db, [
      auditFact(actor, office, {
        communeId: entry.communeId,
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
