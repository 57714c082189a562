import type { Db } from "#app/db/index.server.ts";
import { type AccountId, PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { PushTarget } from "./deps.ts";
import type { DueHours } from "./reminder.ts";

/** Whose phones. */
export interface Subscriber {
  readonly communeId: PlaceId;
  readonly accountId: AccountId;
}

/**
 * Keeps where a phone wants its reminders. A phone reminds one person: whoever asked last. Needs the
 * scope "everywhere", since whoever asked before may live in another commune.
 */
export async function keepSubscription(
  db: Db,
  whose: Subscriber,
  subscription: PushTarget & { readonly id: string; readonly createdAt: Date },
  most: number,
): Promise<void> {
  const { communeId, accountId } = whose;
  const { endpoint } = subscription;
  const before = await db.pushSubscription.findUnique({ where: { endpoint } });
  await db.pushSubscription.deleteMany({ where: { endpoint } });
  const older = await db.pushSubscription.findMany({
    where: { communeId, accountId },
    orderBy: { createdAt: "desc" },
    skip: most - 1,
    select: { id: true },
  });
  await db.pushSubscription.deleteMany({
    where: { communeId, id: { in: older.map(({ id }) => id) } },
  });
  const lastSentAt = before?.accountId === accountId ? before.lastSentAt : null;
  await db.pushSubscription.create({
    data: { communeId, accountId, ...subscription, lastSentAt },
  });
}

/** Forgets one phone of hers, or all. */
export async function removeSubscriptions(
  db: Db,
  { communeId, accountId }: Subscriber,
  endpoint: string | null,
): Promise<void> {
  await db.pushSubscription.deleteMany({
    where: { communeId, accountId, ...(endpoint === null ? {} : { endpoint }) },
  });
}

export function countSubscriptions(db: Db, { communeId, accountId }: Subscriber): Promise<number> {
  return db.pushSubscription.count({ where: { communeId, accountId } });
}

/** A phone that was not reminded since an instant, and whose it is. */
export interface Waiting extends PushTarget {
  readonly id: string;
  readonly communeId: PlaceId;
  readonly personId: PersonId;
}

interface WaitingRow extends PushTarget {
  readonly id: string;
  readonly commune_id: string;
  readonly person_id: string;
}

/** Phones of people whose newest plan says one of these hours. Needs the scope "everywhere". */
export async function findWaiting(
  db: Db,
  since: Date,
  { day, earliest, latest }: DueHours,
): Promise<readonly Waiting[]> {
  const rows = await db.$queryRaw<WaitingRow[]>`
    SELECT s.id, s.commune_id, s.endpoint, s.p256dh, s.auth, a.person_id
    FROM push_subscription s
    JOIN account a ON a.commune_id = s.commune_id AND a.id = s.account_id AND a.closed_at IS NULL
    JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id AND p.erased_at IS NULL
    JOIN LATERAL (
      SELECT days, hour, ended_at FROM learning_plan l
      WHERE l.commune_id = a.commune_id AND l.person_id = a.person_id
      ORDER BY made_at DESC, id DESC LIMIT 1
    ) plan ON plan.ended_at IS NULL AND ${day} = ANY (plan.days)
      AND plan.hour BETWEEN ${earliest} AND ${latest}
    WHERE s.last_sent_at IS NULL OR s.last_sent_at < ${since}
    ORDER BY s.commune_id, s.id`;
  return rows.map(({ commune_id, person_id, ...target }) => ({
    ...target,
    communeId: PlaceId.parse(commune_id),
    personId: PersonId.parse(person_id),
  }));
}

/** Takes a phone to remind it; false when another process was first. */
export async function claimSubscription(
  db: Db,
  { communeId, id }: Pick<Waiting, "communeId" | "id">,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<boolean> {
  const { count } = await db.pushSubscription.updateMany({
    where: { communeId, id, OR: [{ lastSentAt: null }, { lastSentAt: { lt: since } }] },
    data: { lastSentAt: now },
  });
  return count === 1;
}

/** Forgets an address that takes nothing any more. */
export async function forgetSubscription(
  db: Db,
  { communeId, id }: Pick<Waiting, "communeId" | "id">,
): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { communeId, id } });
}
