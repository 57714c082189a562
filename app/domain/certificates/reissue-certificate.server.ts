import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";
import { holdCompletion } from "#app/domain/learning/index.server.ts";

import { findOfCourse, findOne } from "./certificate.store.server.ts";
import { findCourseFacts } from "./course-facts.server.ts";
import type { CertificateDeps } from "./deps.ts";
import { findHolder } from "./holder.store.server.ts";
import { makeCertificate } from "./make-certificate.server.ts";
import { type OfficeRefusal, officeOver } from "./office-over.server.ts";

export type ReissueCertificateRefusal =
  | OfficeRefusal
  | { readonly code: "own-certificate" }
  /** It stands, or another one of the same course does. */
  | { readonly code: "still-stands" }
  /** Her progress in the course is gone, as after erasure. */
  | { readonly code: "not-completed" }
  | { readonly code: "unknown-course" };

/** Gives a holder another certificate in the place of a revoked one, with the name she bears today. */
export function reissueCertificate(
  deps: CertificateDeps,
  actor: Actor,
  { certificateId }: { readonly certificateId: string },
): Promise<Result<{ readonly certificateId: string }, ReissueCertificateRefusal>> {
  return deps.transact(actor.reach, async (db) => {
    const certificate = await findOne(db, { id: certificateId });
    const office = await officeOver(db, actor, certificate);
    if (certificate === null || office === null) return refuse({ code: "not-yours" });
    if (certificate.personId === actor.personId) return refuse({ code: "own-certificate" });
    const completion = await holdCompletion(db, certificate);
    const holder = await findHolder(db, certificate);
    if (completion === null || holder === null) return refuse({ code: "not-completed" });
    const all = await findOfCourse(db, certificate);
    if (all.some(({ revoked }) => !revoked)) return refuse({ code: "still-stands" });
    const course = await findCourseFacts(db, deps.catalogue(), certificate.courseId);
    if (course === null) return refuse({ code: "unknown-course" });
    const fresh = await makeCertificate(deps, db, {
      holder,
      course,
      completion,
      actor: auditActor(actor, office),
      replaces: certificateId,
    });
    return accept({ certificateId: fresh });
  });
}
