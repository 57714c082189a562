import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";
import { holdCompletion } from "#app/domain/learning/index.server.ts";

import { findOfCourse } from "./certificate.store.server.ts";
import { findCourseFacts } from "./course-facts.server.ts";
import type { CertificateDeps } from "./deps.ts";
import { findHolder } from "./holder.store.server.ts";
import { makeCertificate } from "./make-certificate.server.ts";

export type IssueCertificateRefusal =
  /** She has not completed a course of that id. */
  | { readonly code: "not-completed" }
  /** Neither a course of ours nor of a package any more. */
  | { readonly code: "unknown-course" }
  /** Hers was revoked: only an office gives another one. */
  | { readonly code: "revoked" };

/**
 * Gives a learner the certificate of a course that she completed: the one she has, or a new one. Asked
 * for many times at once, it is one certificate.
 */
export function issueCertificate(
  deps: CertificateDeps,
  actor: Actor,
  { courseId }: { readonly courseId: string },
): Promise<
  Result<{ readonly certificateId: string; readonly fresh: boolean }, IssueCertificateRefusal>
> {
  const of = { communeId: actor.communeId, personId: actor.personId, courseId };
  return deps.transact(actor.reach, async (db) => {
    const completion = await holdCompletion(db, of);
    const holder = await findHolder(db, of);
    if (completion === null || holder === null) return refuse({ code: "not-completed" });
    const [newest] = await findOfCourse(db, of);
    if (newest?.revoked === true) return refuse({ code: "revoked" });
    if (newest !== undefined) return accept({ certificateId: newest.id, fresh: false });
    const course = await findCourseFacts(db, deps.catalogue(), courseId);
    if (course === null) return refuse({ code: "unknown-course" });
    const certificateId = await makeCertificate(deps, db, {
      holder,
      course,
      completion,
      actor: auditActor(actor, null),
      replaces: null,
    });
    return accept({ certificateId, fresh: true });
  });
}
