import type { Db } from "#app/db/index.server.ts";
import { dayOf, PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import { type ClientLine, clientStateOf } from "./client.ts";
import { XapiScope } from "#app/domain/xapi/index.ts";

interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly with_secret: boolean;
  readonly scopes: readonly string[];
  readonly place_id: string;
  readonly place_type: string;
  readonly place_name: string;
  readonly requests_per_minute: number;
  readonly created_at: Date;
  readonly created_by: string;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

/** The clients of a province and of its communes; those that are valid first, then by name. */
export async function findClients(
  db: Db,
  provinceId: PlaceId,
  now: Date,
): Promise<readonly ClientLine[]> {
  const rows = await db.$queryRaw<ClientRow[]>`
    SELECT c.id, c.name, c.key, c.secret_hash IS NOT NULL AS with_secret, c.scopes, c.place_id,
           p.type AS place_type, p.name AS place_name, c.requests_per_minute, c.created_at,
           c.created_by, c.expires_at, c.last_used_at, c.revoked_at
    FROM xapi_client c JOIN place p ON p.id = c.place_id
    WHERE p.id = ${provinceId}::uuid OR (p.kind = 'commune' AND p.province_id = ${provinceId}::uuid)
    ORDER BY c.revoked_at IS NOT NULL, coalesce(c.expires_at <= ${now}, false),
             c.name COLLATE "vi-x-icu", c.created_at, c.id`;
  return rows.map((row) => lineOf(row, now));
}

/** A client of a province or of one of its communes; null when it is none of theirs. */
export async function findClient(
  db: Db,
  client: { readonly provinceId: PlaceId; readonly clientId: string },
  now: Date,
): Promise<ClientLine | null> {
  const rows = await db.$queryRaw<ClientRow[]>`
    SELECT c.id, c.name, c.key, c.secret_hash IS NOT NULL AS with_secret, c.scopes, c.place_id,
           p.type AS place_type, p.name AS place_name, c.requests_per_minute, c.created_at,
           c.created_by, c.expires_at, c.last_used_at, c.revoked_at
    FROM xapi_client c JOIN place p ON p.id = c.place_id
    WHERE c.id = ${client.clientId}::uuid AND (p.id = ${client.provinceId}::uuid
      OR (p.kind = 'commune' AND p.province_id = ${client.provinceId}::uuid))`;
  const [row] = rows;
  return row === undefined ? null : lineOf(row, now);
}

function lineOf(row: ClientRow, now: Date): ClientLine {
  const expiresAt = row.expires_at;
  return {
    clientId: row.id,
    name: row.name,
    key: row.key,
    entry: row.with_secret ? "secret" : "token",
    scopes: row.scopes.flatMap((scope) => XapiScope.safeParse(scope).data ?? []),
    placeId: PlaceId.parse(row.place_id),
    placeName: placeTitle({ type: row.place_type, name: row.place_name }),
    requestsPerMinute: row.requests_per_minute,
    createdAt: row.created_at,
    createdBy: row.created_by,
    lastDay: expiresAt === null ? null : dayOf(new Date(expiresAt.getTime() - 1)),
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    state: clientStateOf({ expiresAt, revokedAt: row.revoked_at }, now),
  };
}

export interface NewClient {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  /** SHA-256; null for one that comes with tokens. */
  readonly secretHash: Uint8Array | null;
  readonly scopes: readonly XapiScope[];
  readonly placeId: PlaceId;
  readonly requestsPerMinute: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date | null;
}

/** False, and nothing written, when the id or the key is taken already, also by a press at the same time. */
export async function insertClientOnce(db: Db, client: NewClient): Promise<boolean> {
  const { count } = await db.xapiClient.createMany({
    data: {
      ...client,
      scopes: [...client.scopes],
      secretHash: client.secretHash === null ? null : Buffer.from(client.secretHash),
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Whether any client, of whatever province, has that id. */
export async function isClientIdUsed(db: Db, clientId: string): Promise<boolean> {
  return (await db.xapiClient.count({ where: { id: clientId } })) === 1;
}

/** False when the client is revoked. */
export async function changeLimits(
  db: Db,
  clientId: string,
  limits: {
    readonly scopes: readonly XapiScope[];
    readonly expiresAt: Date | null;
    readonly requestsPerMinute: number;
  },
): Promise<boolean> {
  const { count } = await db.xapiClient.updateMany({
    where: { id: clientId, revokedAt: null },
    data: { ...limits, scopes: [...limits.scopes] },
  });
  return count === 1;
}

/** False when it was revoked before. */
export async function markRevoked(db: Db, clientId: string, revokedAt: Date): Promise<boolean> {
  const { count } = await db.xapiClient.updateMany({
    where: { id: clientId, revokedAt: null },
    data: { revokedAt },
  });
  return count === 1;
}
