import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

/** What stands as the reason where a holder's data was erased. */
const ERASED = "Xóa dữ liệu của người được cấp theo quy định về bảo vệ dữ liệu cá nhân.";

/**
 * Revokes every certificate of a person and removes her name, her result and the badge from it, in the
 * transaction of a lawful erasure. The code and the place in the status list stay, so that copies of the
 * paper and of the badge are told to be revoked.
 */
export async function forgetCertificates(
  db: Db,
  person: { readonly communeId: PlaceId; readonly personId: PersonId },
  by: { readonly at: Date; readonly byName: string },
): Promise<void> {
  const { communeId, personId } = person;
  const where = { communeId, personId };
  const certificates = await db.courseCertificate.findMany({ where, select: { id: true } });
  if (certificates.length === 0) return;
  const revoked = await db.courseCertificateRevocation.createManyAndReturn({
    data: certificates.map(({ id: certificateId }) => ({
      communeId,
      certificateId,
      revokedAt: by.at,
      reason: ERASED,
      revokedById: personId,
    })),
    skipDuplicates: true,
  });
  await db.courseCertificate.updateMany({
    where,
    data: { holderName: "", credential: "", finalScaled: null },
  });
  await appendAudit(
    db,
    revoked.map(({ certificateId }) => ({
      communeId,
      at: by.at,
      actor: { personId: null, name: by.byName, office: "" },
      action: "course-certificate.revoked",
      subjectKind: "course-certificate",
      subjectId: certificateId,
      detail: { reason: "erasure" },
    })),
  );
}
