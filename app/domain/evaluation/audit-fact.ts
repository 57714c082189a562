import type { AuditFact } from "#app/domain/audit/index.ts";
import { auditActor, type Actor, type HeldOffice } from "#app/domain/identity/index.ts";
import type { Json, PlaceId } from "#app/domain/kernel/index.ts";

/** A fact of the evaluation, as the audit log takes it. */
export function auditFact(
  actor: Actor,
  office: HeldOffice | null,
  told: {
    readonly communeId: PlaceId;
    readonly at: Date;
    readonly action: string;
    readonly subjectKind: "assessment" | "decision" | "register-entry" | "act";
    readonly subjectId: string;
    readonly detail: Json;
  },
): AuditFact {
  return { ...told, actor: auditActor(actor, office) };
}
