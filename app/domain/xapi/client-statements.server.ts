import type { SqlPool } from "#app/db/index.server.ts";
import {
  accept,
  canonicalJson,
  type Clock,
  type Json,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { findDefinitions } from "./activity.store.server.ts";
import { insertAttachments } from "./attachment.store.server.ts";
import {
  mayDefine,
  mayVoidOthers,
  mayWriteStatements,
  type RecordClient,
  statementsItMayRead,
} from "./client.ts";
import type { DefineActivities } from "./define-activities.server.ts";
import type { batchInserts } from "./micro-batcher.server.ts";
import type { Received } from "./received.ts";
import { findConsistentThrough, findOne, findPage } from "./search.store.server.ts";
import type { KeptStatement, Position, StatementQuery } from "./statement-query.ts";
import { type StoreConflict, storeReceived, storeSingles } from "./store-statements.server.ts";
import type { XapiVersion } from "./versions.ts";
import { READ_LIMIT } from "./read-limit.ts";

export interface RecordDeps extends Pick<Clock, "now"> {
  readonly sql: SqlPool;
  readonly define: DefineActivities;
  /** Single statements of one client that come at the same time share a transaction. */
  readonly singles: Singles;
}

export type Singles = ReturnType<typeof batchInserts<Received, Result<null, StoreConflict>>>;

/** A file that came with statements. */
export interface SentFile {
  /** Hex, as it was sent. */
  readonly sha2: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

export interface Forbidden {
  readonly code: "forbidden";
  /** What was broken, for whoever made the program; unset when it may not write at all. */
  readonly why?: string;
}

/** A client's statements, all of them or none; what was kept before with the same content is fine. */
export async function receiveStatements(
  { sql, define, singles, now }: RecordDeps,
  client: RecordClient,
  input: {
    readonly version: XapiVersion;
    readonly statements: readonly Received[];
    /** The files of their attachments, which are on disk already. */
    readonly files: readonly SentFile[];
  },
): Promise<Result<null, Forbidden | StoreConflict>> {
  if (!mayWriteStatements(client)) return refuse({ code: "forbidden" });
  const batch = {
    communeId: client.placeId,
    authority: client.authority,
    voiding: { reach: client.reach, ofOthers: mayVoidOthers(client) },
    version: input.version,
  };
  const within = { query: sql.once };
  // What it refers to may be of any place within its reach.
  const refers = input.statements.some(({ keys }) => keys.refersTo !== null);
  const scope = refers ? client.reach : [client.placeId];
  const [only, ...others] = input.statements;
  const stored =
    only !== undefined && others.length === 0
      ? await singles(
          `${client.id} ${input.version} ${[...client.scopes].join(" ")} ${String(refers)}`,
          only.id,
          only,
          (items) => storeSingles(within, scope, batch, items),
        )
      : await storeReceived(within, scope, batch, input.statements);
  if (!stored.ok) return stored;
  if (input.files.length > 0) await insertAttachments({ query: sql.once }, input.files, now());
  // After the statements: whoever is cut off between the two sends them again, and then they are merged.
  if (mayDefine(client)) await define(input.statements.map(({ statement }) => statement));
  return accept(null);
}

export interface FoundPage {
  readonly statements: readonly (KeptStatement & { readonly payload: string })[];
  readonly more: Position | null;
}

/**
 * So many places of the rarest list are looked at for one page. A page that found less by then is given as it
 * is, with the place where the next one goes on: filters that are frequent each and rare together.
 */
const PLACES_AT_MOST = 5000;

/** One page of what the client may see; it may hold less than its limit and have more behind it. */
export async function searchStatements(
  { sql }: Pick<RecordDeps, "sql">,
  client: RecordClient,
  query: StatementQuery,
  page: { readonly limit: number; readonly after?: Position | undefined },
): Promise<Result<FoundPage, Forbidden>> {
  const right = statementsItMayRead(client);
  if (right === "nothing") return refuse({ code: "forbidden" });
  const own = right === "mine" ? { authority: canonicalJson(client.authority) } : {};
  const [only, ...others] = client.reach;
  const place = others.length === 0 && only !== undefined ? { communeId: only } : {};
  const found = await sql.transact(
    client.reach,
    (within) =>
      findPage(within, { ...query, ...own, ...place }, { ...page, placesAtMost: PLACES_AT_MOST }),
    READ_LIMIT,
  );
  return accept({ statements: found.statements.filter(hasPayload), more: found.more });
}

/** One statement of those that the client may see; null when there is none such. */
export async function readStatementById(
  { sql }: Pick<RecordDeps, "sql">,
  client: RecordClient,
  id: string,
): Promise<Result<(KeptStatement & { readonly payload: string }) | null, Forbidden>> {
  const right = statementsItMayRead(client);
  if (right === "nothing") return refuse({ code: "forbidden" });
  const kept = await sql.transact(client.reach, (within) => findOne(within, id), READ_LIMIT);
  if (kept === null || !hasPayload(kept)) return accept(null);
  const isHidden = right === "mine" && kept.authority !== canonicalJson(client.authority);
  return accept(isHidden ? null : kept);
}

function hasPayload(kept: KeptStatement): kept is KeptStatement & { readonly payload: string } {
  return kept.payload !== null;
}

/** Canonical definitions by activity id. */
export async function readDefinitions(
  { sql }: Pick<RecordDeps, "sql">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  if (ids.length === 0) return new Map();
  const found = await findDefinitions({ query: sql.once }, ids);
  return new Map([...found].map(([id, text]) => [id, JSON.parse(text)]));
}

const CONSISTENT_FOR_MILLISECONDS = 50;

/**
 * Answers a moment up to which every statement is there for whoever reads after the answer. It stays
 * true for ever, so one answer serves everybody for a while.
 */
export function openConsistency(sql: SqlPool, now: () => Date): () => Promise<Date> {
  let last: { readonly at: number; readonly through: Promise<Date> } | null = null;
  return () => {
    const at = now().getTime();
    if (last === null || at - last.at >= CONSISTENT_FOR_MILLISECONDS) {
      const asked = { at, through: findConsistentThrough({ query: sql.once }) };
      asked.through.catch(() => {
        if (last === asked) last = null;
      });
      last = asked;
    }
    return last.through;
  };
}
