import type { Db } from "#app/db/index.server.ts";

import { sqlWithin } from "./statement.store.server.ts";

/** A day of a commune's statements. */
export interface RecordDay {
  readonly communeId: string;
  /** `yyyy-mm-dd`, by Greenwich. */
  readonly day: string;
}

export interface Seal extends RecordDay {
  readonly statements: number;
  readonly root: Buffer;
  readonly signature: Buffer;
  readonly keyId: string;
}

/** Everything that the store says of a statement and the hash of its text, which outlives the text. */
const LEAF = `sha256(convert_to(concat_ws('|', id, sequence,
  (extract(epoch FROM stored) * 1000)::bigint, commune_id, authority_id, version,
  encode(coalesce(payload_hash, sha256(convert_to(payload, 'UTF8'))), 'hex')), 'UTF8'))`;
const DAY = `(stored AT TIME ZONE 'UTC')::date`;

/** Days that have ended before `before` and have statements but no seal, oldest first. */
export async function findOpenDays(db: Db, before: Date): Promise<readonly RecordDay[]> {
  return sqlWithin(db).query<RecordDay>(
    `SELECT s.commune_id AS "communeId", s.day::text AS day
     FROM (SELECT commune_id, ${DAY} AS day FROM xapi_statement
           WHERE stored < date_trunc('day', $1::timestamptz AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
             AND stored >= coalesce((SELECT min(last) FROM (
               SELECT max(day) AS last FROM xapi_seal GROUP BY commune_id) AS lasts), '-infinity')
           GROUP BY 1, 2) AS s
     WHERE NOT EXISTS (SELECT FROM xapi_seal k WHERE k.commune_id = s.commune_id AND k.day = s.day)
     ORDER BY s.commune_id, s.day`,
    [before.toISOString()],
  );
}

/** One page of the leaves of a day, in the order of storing. */
export async function findLeaves(
  db: Db,
  { communeId, day }: RecordDay,
  after: { readonly stored: string; readonly sequence: string } | null,
  limit: number,
): Promise<
  readonly { readonly leaf: Buffer; readonly stored: string; readonly sequence: string }[]
> {
  const rows = await sqlWithin(db).query<{ leaf: string; stored: string; sequence: string }>(
    `SELECT encode(${LEAF}, 'hex') AS leaf, stored::text AS stored, sequence::text AS sequence
     FROM xapi_statement
     WHERE commune_id = $1::uuid AND stored >= ($2::date)::timestamp AT TIME ZONE 'UTC'
       AND stored < ($2::date + 1)::timestamp AT TIME ZONE 'UTC'
       AND ($3::timestamptz IS NULL OR (stored, sequence) > ($3::timestamptz, $4::bigint))
     ORDER BY commune_id, stored, sequence LIMIT $5::bigint`,
    [communeId, day, after?.stored ?? null, after?.sequence ?? null, limit],
  );
  return rows.map(({ leaf, ...place }) => ({ leaf: Buffer.from(leaf, "hex"), ...place }));
}

/** The newest seal of a commune, which the next one goes on from; null before the first. */
export async function findLastSeal(db: Db, communeId: string): Promise<Seal | null> {
  const row = await db.xapiSeal.findFirst({ where: { communeId }, orderBy: { day: "desc" } });
  return row === null ? null : sealOf(row);
}

export async function findSeals(db: Db): Promise<readonly Seal[]> {
  const rows = await db.xapiSeal.findMany({ orderBy: [{ communeId: "asc" }, { day: "asc" }] });
  return rows.map((row) => sealOf(row));
}

interface SealRow extends Omit<Seal, "day" | "root" | "signature"> {
  readonly day: Date;
  readonly root: Uint8Array;
  readonly signature: Uint8Array;
}

function sealOf({ communeId, statements, keyId, ...row }: SealRow): Seal {
  return {
    communeId,
    statements,
    keyId,
    day: row.day.toISOString().slice(0, 10),
    root: Buffer.from(row.root),
    signature: Buffer.from(row.signature),
  };
}

export async function insertSeal(db: Db, seal: Seal, now: Date): Promise<void> {
  const { communeId, statements, keyId, root, signature } = seal;
  await db.xapiSeal.create({
    data: {
      communeId,
      statements,
      keyId,
      root: Buffer.from(root),
      signature: Buffer.from(signature),
      day: new Date(`${seal.day}T00:00:00Z`),
      sealedAt: now,
    },
  });
}

/** What seals alone cannot show, each with how many. */
export async function countStrays(db: Db): Promise<{
  /** Ids that were kept and whose statement is gone. */
  readonly gone: number;
  /** Statements whose id is not written down. */
  readonly unlisted: number;
  /** Statements without a text that no erasure accounts for, or erasures that took more than they say. */
  readonly unaccounted: number;
  /** Statements that no seal covers yet. */
  readonly open: number;
}> {
  const [row] = await sqlWithin(db).query<
    Record<"gone" | "unlisted" | "unaccounted" | "open", number>
  >(
    `SELECT
      (SELECT count(*)::int FROM xapi_statement_key k WHERE k.stored IS NOT NULL AND NOT EXISTS (
        SELECT FROM xapi_statement s WHERE s.stored = k.stored AND s.sequence = k.sequence AND s.id = k.id)) AS gone,
      (SELECT count(*)::int FROM xapi_statement s WHERE NOT EXISTS (
        SELECT FROM xapi_statement_key k WHERE k.id = s.id AND k.stored = s.stored AND k.sequence = s.sequence)) AS unlisted,
      (SELECT count(*)::int FROM (
        SELECT s.erasure_id FROM xapi_statement s
        LEFT JOIN xapi_erasure e ON e.id = s.erasure_id AND e.commune_id = s.commune_id
        WHERE s.payload IS NULL
        GROUP BY s.commune_id, s.erasure_id, e.statements HAVING e.statements IS NULL OR count(*) <> e.statements) AS odd) AS unaccounted,
      (SELECT count(*)::int FROM xapi_statement s WHERE NOT EXISTS (
        SELECT FROM xapi_seal k WHERE k.commune_id = s.commune_id AND k.day = (s.stored AT TIME ZONE 'UTC')::date)) AS open`,
  );
  if (row === undefined) throw new Error("no answer");
  return row;
}

/** How often the texts of a whole period were erased. */
export function countErasedPeriods(db: Db): Promise<number> {
  return db.xapiErasure.count({ where: { kind: "period" } });
}
