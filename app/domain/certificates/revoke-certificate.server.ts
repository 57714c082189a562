import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { findOne, insertRevocation } from "./certificate.store.server.ts";
import type { CertificateDeps } from "./deps.ts";
import { type OfficeRefusal, officeOver } from "./office-over.server.ts";
import type { CertificateRevocationForm } from "./revocation-form.ts";

export type RevokeCertificateRefusal =
  OfficeRefusal | { readonly code: "own-certificate" } | { readonly code: "already-revoked" };

/** Takes a certificate's value from it, for good: its page, its badge and the status list say so. */
export function revokeCertificate(
  deps: Pick<CertificateDeps, "now" | "transact">,
  actor: Actor,
  { certificateId, reason }: CertificateRevocationForm,
): Promise<Result<{ readonly certificateId: string }, RevokeCertificateRefusal>> {
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const certificate = await findOne(db, { id: certificateId });
    const office = await officeOver(db, actor, certificate);
    if (certificate === null || office === null) return refuse({ code: "not-yours" });
    const { communeId, courseId, statusIndex } = certificate;
    if (certificate.personId === actor.personId) return refuse({ code: "own-certificate" });
    const isFirst = await insertRevocation(db, {
      communeId,
      certificateId,
      revokedAt: at,
      reason,
      revokedById: actor.personId,
    });
    if (!isFirst) return refuse({ code: "already-revoked" });
    await appendAudit(db, [
      {
        communeId,
        at,
        actor: auditActor(actor, office),
        action: "course-certificate.revoked",
        subjectKind: "course-certificate",
        subjectId: certificateId,
        detail: { courseId, statusIndex, reason },
      },
    ]);
    return accept({ certificateId });
  });
}
