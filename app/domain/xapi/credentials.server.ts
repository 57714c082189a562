import { hash, timingSafeEqual } from "node:crypto";

import { LRUCache } from "lru-cache";

import type { SqlPool } from "#app/db/index.server.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import { type RecordClient, XapiScope } from "./client.ts";
import { findClient, type KeptClient, markUsed } from "./client.store.server.ts";

/** What a bearer token of the configured issuer says, once its signature and times were checked. */
export interface TokenClaims {
  readonly clientId: string;
  /** Words of its `scope` claim. */
  readonly scopes: readonly string[];
}

export interface CredentialDeps extends Pick<Clock, "now"> {
  readonly sql: SqlPool;
  /** What the home page of a client's account is. */
  readonly baseIri: string;
  /** Null for a token that is not the issuer's; null when there is no issuer. */
  readonly readToken: ((token: string) => Promise<TokenClaims | null>) | null;
  /** The session that a launched lesson speaks for; null when the credentials are none of a session's. */
  readonly findSession: ((credentials: string) => Promise<RecordClient | null>) | null;
}

export type FindClient = (authorization: string | undefined) => Promise<RecordClient | null>;

/** How long a revoked or limited client may go on: what was found is remembered for so long. */
const REMEMBERED_MILLISECONDS = 2_000;
const REMEMBERED_AT_MOST = 2_000;

/**
 * Who an Authorization header speaks for: `Basic` with a key and its secret, or a session's token;
 * `Bearer` with a token of the issuer. Null: nobody, or no longer.
 */
export function openCredentials(deps: CredentialDeps): FindClient {
  const remembered = new LRUCache<string, { readonly client: RecordClient | null }>({
    max: REMEMBERED_AT_MOST,
    ttl: REMEMBERED_MILLISECONDS,
  });
  return async (authorization) => {
    const match = /^(Basic|Bearer) +([A-Za-z0-9._~+/=-]{1,4096})$/iu.exec(authorization ?? "");
    const [, scheme = "", credentials = ""] = match ?? [];
    if (match === null) return null;
    // Not the header itself: a secret is not left lying about in memory.
    const name = hash("sha256", `${scheme.toLowerCase()} ${credentials}`, "hex");
    const known = remembered.get(name);
    if (known !== undefined) return known.client;
    const client =
      scheme.toLowerCase() === "basic"
        ? await byBasic(deps, credentials)
        : await byToken(deps, credentials);
    // A session ends with a statement of its own; nothing may follow it.
    if (client?.session === undefined) remembered.set(name, { client });
    return client;
  };
}

async function byBasic(deps: CredentialDeps, credentials: string): Promise<RecordClient | null> {
  const pair = Buffer.from(credentials, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  if (colon > 0 && !pair.includes("\0")) {
    const kept = await findClient({ query: deps.sql.once }, pair.slice(0, colon));
    if (kept !== null) {
      const secret = Buffer.from(hash("sha256", pair.slice(colon + 1), "hex"), "hex");
      const { secretHash } = kept;
      const isRight = secretHash !== null && timingSafeEqual(secret, secretHash);
      return isRight ? admitted(deps, kept, kept.scopes) : null;
    }
  }
  return (await deps.findSession?.(credentials)) ?? null;
}

async function byToken(deps: CredentialDeps, token: string): Promise<RecordClient | null> {
  const claims = (await deps.readToken?.(token)) ?? null;
  if (claims === null) return null;
  const kept = await findClient({ query: deps.sql.once }, claims.clientId);
  if (kept === null || kept.secretHash !== null) return null;
  // A token gives no more than the province's register allows.
  const asked = claims.scopes.flatMap((scope) => XapiScope.safeParse(scope).data ?? []);
  const allowed = kept.scopes.includes("all")
    ? asked
    : asked.filter((scope) => kept.scopes.includes(scope));
  return admitted(deps, kept, allowed);
}

async function admitted(
  deps: CredentialDeps,
  kept: KeptClient,
  scopes: readonly XapiScope[],
): Promise<RecordClient | null> {
  const now = deps.now();
  if (kept.revokedAt !== null || (kept.expiresAt !== null && kept.expiresAt <= now)) return null;
  await markUsed({ query: deps.sql.once }, kept.id, now);
  return {
    id: kept.id,
    authority: {
      objectType: "Agent",
      name: kept.name,
      account: { homePage: deps.baseIri, name: `client:${kept.id}` },
    },
    placeId: kept.placeId,
    reach: kept.reach,
    scopes: new Set(scopes),
    requestsPerMinute: kept.requestsPerMinute,
  };
}
