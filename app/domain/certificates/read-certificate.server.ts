import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { CourseCertificate } from "./certificate.ts";
import { findOne } from "./certificate.store.server.ts";
import type { CertificateDeps } from "./deps.ts";
import { type OfficeRefusal, officeOver } from "./office-over.server.ts";

/** A certificate for its holder, the commune's official or the province's officer; the last two are logged. */
export function readCertificate(
  deps: Pick<CertificateDeps, "now" | "transact">,
  actor: Actor,
  { certificateId }: { readonly certificateId: string },
): Promise<Result<CourseCertificate, OfficeRefusal>> {
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const certificate = await findOne(db, { id: certificateId });
    if (certificate === null) return refuse({ code: "not-yours" });
    if (certificate.personId === actor.personId) return accept(certificate);
    const office = await officeOver(db, actor, certificate);
    if (office === null) return refuse({ code: "not-yours" });
    await appendAudit(db, [
      {
        communeId: certificate.communeId,
        at,
        actor: auditActor(actor, office),
        action: "course-certificate.read",
        subjectKind: "course-certificate",
        subjectId: certificateId,
        detail: { courseId: certificate.courseId },
      },
    ]);
    return accept(certificate);
  });
}
