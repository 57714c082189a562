import type { Db } from "#app/db/index.server.ts";

import type { StatementKeys } from "./statement-keys.ts";

export interface StatementRow extends StatementKeys {
  readonly id: string;
  readonly communeId: string | null;
  readonly timestamp: Date;
  readonly payload: string;
  readonly hash: Uint8Array;
}

/** Keeps the ids that are new and names them; the others were kept before. */
export async function insertKeys(
  db: Db,
  stored: Date,
  rows: readonly Pick<StatementRow, "id" | "hash">[],
): Promise<ReadonlySet<string>> {
  // In one order for everybody, so that two batches with the same ids wait and never deadlock.
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const fresh = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO xapi_statement_key (id, stored, hash)
    SELECT id, ${stored}, decode(hash, 'hex')
    FROM unnest(${sorted.map(({ id }) => id)}::uuid[],
                ${sorted.map(({ hash }) => Buffer.from(hash).toString("hex"))}::text[]) AS new (id, hash)
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return new Set(fresh.map(({ id }) => id));
}

export interface KeptHash {
  /** Of the immutable form. */
  readonly hash: Uint8Array;
  readonly stored: Date;
}

/** What is kept of these statements, by id. */
export async function findHashes(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptHash>> {
  const rows = await db.xapiStatementKey.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map(({ id, hash, stored }) => [id, { hash, stored }]));
}

export async function insertStatements(
  db: Db,
  stored: Date,
  rows: readonly StatementRow[],
): Promise<void> {
  await db.xapiStatement.createMany({
    data: rows.map(({ voids: _voids, ...row }) => ({
      ...row,
      stored,
      hash: Buffer.from(row.hash),
      relatedAgentKeys: [...row.relatedAgentKeys],
      relatedActivityIds: [...row.relatedActivityIds],
    })),
  });
  const voiding = rows.flatMap(({ id, voids }) =>
    voids === null ? [] : [{ targetId: voids, voiderId: id, stored }],
  );
  if (voiding.length > 0) await db.xapiVoiding.createMany({ data: voiding, skipDuplicates: true });
}

export interface KeptStatement {
  readonly id: string;
  readonly sequence: bigint;
  readonly stored: Date;
  readonly communeId: string | null;
  /** The statement's JSON, as it was received. */
  readonly payload: string;
}

/** Statements within the transaction's scope in the order in which they were stored. */
export async function findStatements(
  db: Db,
  query: {
    readonly actorKey?: string;
    readonly communeId?: string;
    readonly after?: bigint;
    /** At most 5,000. */
    readonly limit: number;
  },
): Promise<readonly KeptStatement[]> {
  return db.xapiStatement.findMany({
    where: {
      ...(query.actorKey === undefined ? {} : { actorKey: query.actorKey }),
      ...(query.communeId === undefined ? {} : { communeId: query.communeId }),
      sequence: { gt: query.after ?? 0n },
    },
    orderBy: { sequence: "asc" },
    take: Math.min(query.limit, 5000),
    select: { id: true, sequence: true, stored: true, communeId: true, payload: true },
  });
}

const MONTHS_AHEAD = 3;

/** Makes the monthly partitions of this month and the next three. */
export async function ensurePartitions(db: Db, now: Date): Promise<void> {
  const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + MONTHS_AHEAD, 1));
  await db.$executeRaw`SELECT xapi_ensure_partitions(${now}::date, ${until}::date)`;
}
