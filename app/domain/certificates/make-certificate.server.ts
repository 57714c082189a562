import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { AuditActor } from "#app/domain/audit/index.ts";
import { formatPublicCode } from "#app/domain/kernel/index.ts";
import type { CourseCompletion } from "#app/domain/learning/index.server.ts";

import type { CourseFacts } from "./achievement.ts";
import { insertCertificate, takeStatusIndex } from "./certificate.store.server.ts";
import { badgePayload } from "./credential.ts";
import type { CertificateDeps } from "./deps.ts";
import { hashName, hashSameName } from "./holder-name.ts";
import type { Holder } from "./holder.store.server.ts";
import { signPayload } from "./sign-payload.server.ts";

/** Writes a certificate, its badge and the audit entry; answers its id. The caller has looked for others. */
export async function makeCertificate(
  deps: CertificateDeps,
  db: Db,
  given: {
    readonly holder: Holder;
    readonly course: CourseFacts;
    readonly completion: CourseCompletion;
    readonly actor: AuditActor;
    /** The certificate that it takes the place of, or null. */
    readonly replaces: string | null;
  },
): Promise<string> {
  const { holder, completion, actor, replaces } = given;
  const { communeId, personId, accountId, fullName, sample } = holder;
  const { completedAt, minutes, finalScaled } = completion;
  const version = given.course.version === "" ? completion.contentVersion : given.course.version;
  const course = { ...given.course, version };
  const id = deps.newId();
  const issuedAt = deps.now();
  const code = deps.newCode();
  const salt = deps.newCode();
  const statusIndex = await takeStatusIndex(db);
  const payload = badgePayload(deps.origin, course, {
    certificateId: id,
    accountId,
    nameHash: await hashName(fullName, salt),
    sameNameHash: await hashSameName(fullName, salt),
    salt,
    shownCode: formatPublicCode(code),
    statusIndex,
    issuedAt,
    completedAt,
    finalScaled,
    sample,
  });
  const { jwt, keyId } = await signPayload(deps, payload, "JWT");
  await insertCertificate(db, {
    communeId,
    id,
    personId,
    courseId: course.courseId,
    code,
    statusIndex,
    issuedAt,
    completedAt,
    holderName: fullName,
    courseTitle: course.title,
    minutes,
    finalScaled,
    courseVersion: version,
    credential: jwt,
    keyId,
  });
  await appendAudit(db, [
    {
      communeId,
      at: issuedAt,
      actor,
      action: "course-certificate.issued",
      subjectKind: "course-certificate",
      subjectId: id,
      detail: { courseId: course.courseId, statusIndex, replaces },
    },
  ]);
  return id;
}
