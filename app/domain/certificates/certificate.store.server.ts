import type { Db } from "#app/db/index.server.ts";
import { type PersonId, PersonId as Person, PlaceId } from "#app/domain/kernel/index.ts";

import type { CourseCertificate, OwnCertificate } from "./certificate.ts";

export interface NewCertificate extends Omit<CourseCertificate, "sample" | "revocation"> {
  readonly keyId: string;
}

/** The next free place among all statuses; one that is not used stays a gap. */
export async function takeStatusIndex(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ next: number }[]>`
    SELECT nextval('course_certificate_status')::int AS next`;
  if (row === undefined) throw new Error("the sequence of statuses is gone");
  return row.next;
}

export async function insertCertificate(db: Db, certificate: NewCertificate): Promise<void> {
  await db.courseCertificate.create({ data: certificate });
}

/** Somebody's certificates of one course, the newest first. */
export async function findOfCourse(
  db: Db,
  of: { readonly communeId: PlaceId; readonly personId: PersonId; readonly courseId: string },
): Promise<readonly { readonly id: string; readonly revoked: boolean }[]> {
  const { communeId, personId, courseId } = of;
  const rows = await db.courseCertificate.findMany({
    where: { communeId, personId, courseId },
    orderBy: { statusIndex: "desc" },
    select: { id: true },
  });
  const revoked = await db.courseCertificateRevocation.findMany({
    where: { communeId, certificateId: { in: rows.map(({ id }) => id) } },
    select: { certificateId: true },
  });
  const gone = new Set(revoked.map(({ certificateId }) => certificateId));
  return rows.map(({ id }) => ({ id, revoked: gone.has(id) }));
}

/** All of somebody's, the newest first. */
export async function findOwn(
  db: Db,
  { communeId, personId }: { readonly communeId: PlaceId; readonly personId: PersonId },
): Promise<readonly OwnCertificate[]> {
  const rows = await db.courseCertificate.findMany({
    where: { communeId, personId },
    orderBy: [{ issuedAt: "desc" }, { statusIndex: "desc" }],
  });
  const revocations = await db.courseCertificateRevocation.findMany({
    where: { communeId, certificateId: { in: rows.map(({ id }) => id) } },
  });
  const revokedAt = new Map(revocations.map((each) => [each.certificateId, each.revokedAt]));
  return rows.map((row) => ({
    id: row.id,
    courseId: row.courseId,
    courseTitle: row.courseTitle,
    code: row.code,
    completedAt: row.completedAt,
    issuedAt: row.issuedAt,
    finalScaled: row.finalScaled,
    minutes: row.minutes,
    revokedAt: revokedAt.get(row.id) ?? null,
  }));
}

/** One certificate by its id or code, wherever the transaction reaches; null when there is none. */
export async function findOne(
  db: Db,
  named: { readonly id: string } | { readonly code: string },
): Promise<CourseCertificate | null> {
  const row = await db.courseCertificate.findFirst({ where: named });
  if (row === null) return null;
  const { communeId } = row;
  const [revocation, holder] = [
    await db.courseCertificateRevocation.findUnique({
      where: { communeId_certificateId: { communeId, certificateId: row.id } },
    }),
    await db.person.findUnique({
      where: { communeId_id: { communeId, id: row.personId } },
      select: { sample: true },
    }),
  ];
  const { keyId: _key, ...kept } = row;
  return {
    ...kept,
    communeId: PlaceId.parse(communeId),
    personId: Person.parse(row.personId),
    sample: holder?.sample ?? false,
    revocation:
      revocation === null
        ? null
        : {
            revokedAt: revocation.revokedAt,
            reason: revocation.reason,
            revokedByName: await nameOf(db, revocation.revokedById),
          },
  };
}

/** "" for an officer of the province, whose own commune the reader does not reach. */
async function nameOf(db: Db, personId: string): Promise<string> {
  const row = await db.person.findFirst({ where: { id: personId }, select: { fullName: true } });
  return row?.fullName ?? "";
}

/** False, and nothing written, when it was revoked already, also by a press at the same time. */
export async function insertRevocation(
  db: Db,
  revocation: {
    readonly communeId: PlaceId;
    readonly certificateId: string;
    readonly revokedAt: Date;
    readonly reason: string;
    readonly revokedById: PersonId;
  },
): Promise<boolean> {
  const { count } = await db.courseCertificateRevocation.createMany({
    data: revocation,
    skipDuplicates: true,
  });
  return count === 1;
}

/** The highest status that was given away, or -1; and, of one list, those that were revoked. */
export async function findStatuses(
  db: Db,
  range: { readonly from: number; readonly until: number },
): Promise<{ readonly last: number; readonly revoked: readonly number[] }> {
  const [{ last } = { last: -1 }] = await db.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(status_index), -1)::int AS last FROM course_certificate`;
  const rows = await db.$queryRaw<{ status_index: number }[]>`
    SELECT c.status_index
    FROM course_certificate_revocation r
    JOIN course_certificate c ON c.commune_id = r.commune_id AND c.id = r.certificate_id
    WHERE c.status_index >= ${range.from} AND c.status_index < ${range.until}
    ORDER BY c.status_index`;
  return { last, revoked: rows.map(({ status_index }) => status_index) };
}
