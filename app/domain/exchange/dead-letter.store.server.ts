import type { Db } from "#app/db/index.server.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

import { type Fault, faultText, readFault } from "./fault.ts";
import type { DeadLetter } from "./forward.ts";

interface ForwardKey {
  readonly placeId: PlaceId;
  readonly id: string;
}

export interface NewDeadLetter {
  readonly statementId: string;
  readonly stored: Date;
  readonly sequence: bigint;
  readonly fault: Fault;
}

/** Keeps what was refused; what was refused before gets the newest reason and waits for a person again. */
export async function keepDeadLetters(
  db: Db,
  { placeId, id }: ForwardKey,
  now: Date,
  letters: readonly NewDeadLetter[],
): Promise<void> {
  for (const { statementId, stored, sequence, fault } of letters) {
    const refused = { fault: faultText(fault), refusedAt: now, resendAskedAt: null };
    const key = { communeId: placeId, forwardId: id, statementId };
    // One connection: one statement of SQL after another.
    // oxlint-disable-next-line no-await-in-loop
    await db.xapiDeadLetter.upsert({
      where: { communeId_forwardId_statementId: key },
      create: { ...key, ...refused, stored, sequence },
      update: refused,
    });
  }
}

/** Statements that a person asked to send again, the oldest first. */
export async function findAskedAgain(
  db: Db,
  { placeId, id }: ForwardKey,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.xapiDeadLetter.findMany({
    where: { communeId: placeId, forwardId: id, settledAt: null, resendAskedAt: { not: null } },
    orderBy: [{ stored: "asc" }, { sequence: "asc" }],
    take: limit,
    select: { statementId: true },
  });
  return rows.map(({ statementId }) => statementId);
}

/** Letters whose statements are over there now, or erased. */
export async function settleSent(
  db: Db,
  { placeId, id }: ForwardKey,
  now: Date,
  statementIds: readonly string[],
): Promise<void> {
  await db.xapiDeadLetter.updateMany({
    where: { communeId: placeId, forwardId: id, statementId: { in: [...statementIds] } },
    data: { settledAt: now, resendAskedAt: null },
  });
}

/** Letters that nobody settled: all of a forward, or those named. */
export type Which = readonly string[] | "all";

function open({ placeId, id }: ForwardKey, which: Which) {
  return {
    communeId: placeId,
    forwardId: id,
    settledAt: null,
    ...(which === "all" ? {} : { statementId: { in: [...which] } }),
  };
}

/** Gives letters up, by a person; how many there were. */
export async function settleGivenUp(
  db: Db,
  forward: ForwardKey,
  which: Which,
  by: { readonly now: Date; readonly name: string },
): Promise<number> {
  const { count } = await db.xapiDeadLetter.updateMany({
    where: open(forward, which),
    data: { settledAt: by.now, settledBy: by.name, resendAskedAt: null },
  });
  return count;
}

/** Has letters sent again; how many there were that did not wait for it already. */
export async function askAgain(
  db: Db,
  forward: ForwardKey,
  which: Which,
  now: Date,
): Promise<number> {
  const { count } = await db.xapiDeadLetter.updateMany({
    where: { ...open(forward, which), resendAskedAt: null },
    data: { resendAskedAt: now },
  });
  return count;
}

/** A part of the letters that wait for a person, the newest refusal first, and how many there are. */
export async function findDeadLetters(
  db: Db,
  forward: ForwardKey,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly letters: readonly DeadLetter[]; readonly found: number }> {
  const where = open(forward, "all");
  const found = await db.xapiDeadLetter.count({ where });
  const rows = await db.xapiDeadLetter.findMany({
    where,
    orderBy: [{ refusedAt: "desc" }, { statementId: "asc" }],
    take: page.limit,
    skip: page.offset,
  });
  return {
    found,
    letters: rows.map(({ statementId, stored, fault, refusedAt, resendAskedAt }) => ({
      statementId,
      stored,
      fault: readFault(fault),
      refusedAt,
      resending: resendAskedAt !== null,
    })),
  };
}
