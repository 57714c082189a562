import { z } from "zod";

import type { Db } from "#app/db/index.server.ts";
import { AccountId, PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import { type Carried, HandInItem, type HandInReceipt } from "./hand-in.ts";

export type Outcome = HandInReceipt["outcome"];

/** One act as the ledger has it. */
export interface HandInEntry {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly personId: PersonId;
  readonly accountId: AccountId;
  readonly phoneId: string;
  readonly happenedAt: Date;
  readonly receivedAt: Date;
  readonly carried: Carried;
  readonly outcome: Outcome;
  readonly item: HandInItem;
}

/** Makes hand-ins of one act follow one another until the transaction ends, from wherever they come. */
export async function lockItem(db: Db, id: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hand-in ${id}`}, 0))`;
}

/** Whose act of that name the ledger of a commune has, and what became of it. */
export async function findEntry(
  db: Db,
  communeId: PlaceId,
  id: string,
): Promise<{ readonly personId: string; readonly outcome: Outcome } | null> {
  const row = await db.handIn.findUnique({
    where: { communeId_id: { communeId, id } },
    select: { personId: true, outcome: true },
  });
  return row === null ? null : { personId: row.personId, outcome: OutcomeName.parse(row.outcome) };
}

const OutcomeName = z.enum(["recorded", "same", "already-judged", "set-aside"]);

export async function insertEntry(db: Db, entry: HandInEntry): Promise<void> {
  const { item, ...rest } = entry;
  await db.handIn.create({
    data: {
      ...rest,
      kind: item.act.kind,
      phoneTime: keepable(Date.parse(item.phoneTime)),
      offsetMs: item.offsetMs,
      payload: { ...item, act: { ...item.act } },
    },
  });
}

const FIRST_KEPT = Date.UTC(1, 0, 1);

/** PostgreSQL knows no year 0; what the phone wrote stands in the payload. */
function keepable(milliseconds: number): Date {
  return new Date(Math.max(milliseconds, FIRST_KEPT));
}

/** Acts that were set aside, a page of them by their ids; what was erased is left out. */
export async function findSetAside(
  db: Db,
  after: string | null,
  limit: number,
): Promise<{ readonly entries: readonly HandInEntry[]; readonly last: string | null }> {
  const rows = await db.handIn.findMany({
    where: { outcome: "set-aside", ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: limit,
  });
  const entries = rows.flatMap((row): readonly HandInEntry[] => {
    const item = HandInItem.safeParse(row.payload);
    if (!item.success) return [];
    return [
      {
        communeId: PlaceId.parse(row.communeId),
        id: row.id,
        personId: PersonId.parse(row.personId),
        accountId: AccountId.parse(row.accountId),
        phoneId: row.phoneId,
        happenedAt: row.happenedAt,
        receivedAt: row.receivedAt,
        carried: CarriedName.parse(row.carried),
        outcome: "set-aside",
        item: item.data,
      },
    ];
  });
  return { entries, last: rows.at(-1)?.id ?? null };
}

const CarriedName = z.enum(["same-phone", "other-phone", "file", "qr"]);
