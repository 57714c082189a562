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

export interface KeptText {
  readonly stored: Date;
  /** Null when it was erased. */
  readonly payload: string | null;
}

/** The transaction of a use case, as the hot paths speak to it. */
export function sqlWithin(db: Db): Sql {
  return sqlOf(db);
}

const STORE = `SELECT id, stored FROM xapi_store(
  $1::text, $2::uuid, $3::uuid, $4::text, $5::timestamptz, $6::boolean,
  $7::uuid[], $8::boolean, $9::uuid, $10::uuid[], $11::timestamptz[], $12::text[],
  $13::text, $14::text, $15::uuid[], $16::boolean[])`;
/** No JSON text has this character but as an escape. */
const BETWEEN = "\u001E";

/** Stores rows of different ids in one round trip; answers when, and the ids that were kept before. */
export async function insertBatch(
  sql: Sql,
  batch: Batch,
  rows: readonly StatementRow[],
): Promise<{ readonly stored: Date; readonly keptBefore: ReadonlySet<string> }> {
  const { authority, voidReach } = batch;
  const refers = rows.some(({ refersTo }) => refersTo !== null);
  const answered = await sql.query<{ id: string | null; stored: Date }>(STORE, [
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
    arrayText(rows.map(({ timestamp }) => timestamp)),
    arrayText(rows.map(({ version }) => version)),
    rows.map(({ payload }) => payload).join(BETWEEN),
    rows.map(({ keys }) => `{${keys.join(",")}}`).join(BETWEEN),
    refers ? arrayText(rows.map(({ refersTo }) => refersTo)) : null,
    refers ? arrayText(rows.map(({ voids }) => String(voids))) : null,
  ]);
  let stored = new Date(0);
  const keptBefore = new Set<string>();
  for (const row of answered) {
    if (row.id === null) ({ stored } = row);
    else keptBefore.add(row.id);
  }
  return { stored, keptBefore };
}

/** What is kept of these statements, by id. */
export async function findKept(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptText>> {
  const rows = await sql.query<KeptText & { readonly id: string }>(
    "SELECT id, stored, payload FROM xapi_kept($1::uuid[])",
    [arrayText(ids)],
  );
  return new Map(rows.map(({ id, stored, payload }) => [id, { stored, payload }]));
}

const MONTHS_AHEAD = 1;

/** Makes the monthly partitions of this month and the next. */
export async function ensurePartitions(db: Db, now: Date): Promise<void> {
  const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + MONTHS_AHEAD, 1));
  await db.$executeRaw`SELECT xapi_ensure_partitions(${now}::date, ${until}::date)`;
}
