import {
  arrayText,
  type Db,
  type Scope,
  scopeText,
  type Sql,
  sqlOf,
} from "#app/db/index.server.ts";

export interface StatementRow {
  readonly id: string;
  /** SHA-256 of the immutable form, hex. */
  readonly hash: string;
  /** Null: the moment of storing. */
  readonly timestamp: string | null;
  readonly version: string;
  readonly payload: string;
  readonly keys: readonly string[];
  readonly refersTo: string | null;
  readonly voids: boolean;
}

export interface Batch {
  /** The communes in reach, when the call is a transaction of its own. */
  readonly scope: readonly string[] | null;
  readonly communeId: string;
  readonly authority: { readonly id: string; readonly agent: string };
  readonly storedAt: Date | null;
  /** All or nothing: fails with XA001 when an id was kept before. */
  readonly whole: boolean;
  readonly voidReach: Scope;
  readonly voidAuthorityId: string | null;
}

export interface KeptHash {
  /** Of the immutable form, hex. */
  readonly hash: string;
  readonly stored: Date;
}

/** The transaction of a use case, as the hot paths speak to it. */
export function sqlWithin(db: Db): Sql {
  return sqlOf(db);
}

const STORE = `SELECT id, encode(hash, 'hex') AS hash, stored FROM xapi_store(
  $1::text, $2::uuid, $3::uuid, $4::text, $5::timestamptz, $6::boolean,
  $7::uuid[], $8::boolean, $9::uuid, $10::uuid[], $11::bytea[], $12::timestamptz[], $13::text[],
  $14::text[], $15::text[], $16::uuid[], $17::boolean[])`;

/** Stores rows of different ids in one round trip; answers when, and those that were kept before. */
export async function insertBatch(
  sql: Sql,
  batch: Batch,
  rows: readonly StatementRow[],
): Promise<{ readonly stored: Date; readonly kept: ReadonlyMap<string, KeptHash> }> {
  const { authority, voidReach } = batch;
  const refers = rows.some(({ refersTo }) => refersTo !== null);
  const answered = await sql.query<{ id: string | null; hash: string | null; stored: Date }>(
    STORE,
    [
      batch.scope === null ? null : scopeText(batch.scope),
      batch.communeId,
      authority.id,
      authority.agent,
      batch.storedAt?.toISOString() ?? null,
      batch.whole,
      voidReach === "everywhere" ? null : arrayText(voidReach),
      voidReach === "everywhere",
      batch.voidAuthorityId,
      arrayText(rows.map(({ id }) => id)),
      arrayText(rows.map(({ hash }) => `\\x${hash}`)),
      arrayText(rows.map(({ timestamp }) => timestamp)),
      arrayText(rows.map(({ version }) => version)),
      arrayText(rows.map(({ payload }) => payload)),
      arrayText(rows.map(({ keys }) => `{${keys.join(",")}}`)),
      refers ? arrayText(rows.map(({ refersTo }) => refersTo)) : null,
      refers ? arrayText(rows.map(({ voids }) => String(voids))) : null,
    ],
  );
  let stored = new Date(0);
  const kept = new Map<string, KeptHash>();
  for (const row of answered) {
    if (row.id === null || row.hash === null) stored = row.stored;
    else kept.set(row.id, { hash: row.hash, stored: row.stored });
  }
  return { stored, kept };
}

/** What is kept of these statements, by id. */
export async function findKept(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptHash>> {
  const rows = await sql.query<{ id: string; hash: string; stored: Date }>(
    `SELECT id, encode(hash, 'hex') AS hash, stored FROM xapi_statement_key
     WHERE id = ANY ($1::uuid[]) AND stored IS NOT NULL`,
    [arrayText(ids)],
  );
  return new Map(rows.map(({ id, hash, stored }) => [id, { hash, stored }]));
}

const MONTHS_AHEAD = 1;

/** Makes the monthly partitions of this month and the next. */
export async function ensurePartitions(db: Db, now: Date): Promise<void> {
  const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + MONTHS_AHEAD, 1));
  await db.$executeRaw`SELECT xapi_ensure_partitions(${now}::date, ${until}::date)`;
}
