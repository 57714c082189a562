import type { Sql } from "#app/db/index.server.ts";

import { XapiScope } from "./client.ts";

export interface KeptClient {
  readonly id: string;
  readonly name: string;
  /** SHA-256; null for one that comes with tokens. */
  readonly secretHash: Buffer | null;
  readonly scopes: readonly XapiScope[];
  readonly placeId: string;
  /** The place itself, and the communes in it when it is a province. */
  readonly reach: readonly string[];
  readonly requestsPerMinute: number;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly secret_hash: Buffer | null;
  readonly scopes: readonly string[];
  readonly place_id: string;
  readonly reach: readonly string[];
  readonly requests_per_minute: number;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

export async function findClient(sql: Pick<Sql, "query">, key: string): Promise<KeptClient | null> {
  const [row] = await sql.query<Row>(
    `SELECT c.id, c.name, c.secret_hash, c.scopes, c.place_id, c.requests_per_minute, c.expires_at,
       c.revoked_at, ARRAY(SELECT p.id FROM place p
         WHERE p.id = c.place_id OR (p.kind = 'commune' AND p.province_id = c.place_id)) AS reach
     FROM xapi_client c WHERE c.key = $1`,
    [key],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    name: row.name,
    secretHash: row.secret_hash,
    scopes: row.scopes.flatMap((scope) => XapiScope.safeParse(scope).data ?? []),
    placeId: row.place_id,
    reach: row.reach,
    requestsPerMinute: row.requests_per_minute,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

/** To the minute: a busy client is not written down at every request. */
export async function markUsed(sql: Pick<Sql, "query">, id: string, now: Date): Promise<void> {
  await sql.query(
    `UPDATE xapi_client SET last_used_at = $2::timestamptz
     WHERE id = $1::uuid AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
    [id, now.toISOString()],
  );
}
