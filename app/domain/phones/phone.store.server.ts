import type { Db } from "#app/db/index.server.ts";
import { Picture, pictureOf } from "#app/domain/identity/index.ts";

/** A phone's learner, as a shared phone shows her. */
export interface PhoneLearner {
  readonly accountId: string;
  readonly name: string;
  readonly picture: Picture;
}

interface LearnerRow {
  readonly account_id: string;
  readonly full_name: string;
  readonly picture: string | null;
}

export interface OfPhone {
  readonly communeId: string;
  readonly phoneId: string;
  readonly accountId: string;
}

const FACES_AT_MOST = 12;

/** Who learns on this phone, whoever used it last first. */
export async function findPhoneLearners(db: Db, phoneId: string): Promise<readonly PhoneLearner[]> {
  const rows = await db.$queryRaw<LearnerRow[]>`
    SELECT l.account_id, p.full_name, a.picture
    FROM phone_learner l
    JOIN account a ON a.commune_id = l.commune_id AND a.id = l.account_id
    JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id
    WHERE l.phone_id = ${phoneId}::uuid AND l.removed_at IS NULL
      AND a.closed_at IS NULL AND p.erased_at IS NULL
    ORDER BY l.seen_at DESC, l.account_id LIMIT ${FACES_AT_MOST}`;
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.full_name,
    picture: Picture.safeParse(row.picture).data ?? pictureOf(row.account_id),
  }));
}

export async function savePhoneLearner(db: Db, of: OfPhone, now: Date): Promise<void> {
  const { communeId, phoneId, accountId } = of;
  await db.phoneLearner.upsert({
    where: { communeId_phoneId_accountId: { communeId, phoneId, accountId } },
    create: { communeId, phoneId, accountId, addedAt: now, seenAt: now },
    update: { seenAt: now, removedAt: null },
  });
}

export async function removePhoneLearner(
  db: Db,
  { phoneId, accountId }: Omit<OfPhone, "communeId">,
  now: Date,
): Promise<void> {
  await db.phoneLearner.updateMany({
    where: { phoneId, accountId, removedAt: null },
    data: { removedAt: now },
  });
}

export async function insertPhoneToken(
  db: Db,
  { communeId, phoneId, accountId }: OfPhone,
  tokenHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<void> {
  await db.phoneToken.create({
    data: { communeId, tokenHash, phoneId, accountId, issuedAt: now },
  });
}

export interface FoundToken {
  /** Hex. */
  readonly hash: string;
  readonly phoneId: string;
  readonly accountId: string;
}

/** The tokens among these that are in force. */
export async function findPhoneTokens(
  db: Db,
  hashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<readonly FoundToken[]> {
  const rows = await db.phoneToken.findMany({
    where: { tokenHash: { in: [...hashes] }, revokedAt: null },
  });
  return rows.map(({ tokenHash, phoneId, accountId }) => ({
    hash: Buffer.from(tokenHash).toString("hex"),
    phoneId,
    accountId,
  }));
}
