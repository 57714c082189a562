import { type Db, type SqlPool, sqlOf } from "#app/db/index.server.ts";
import { accept, type Clock, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import type {
  Received,
  RecordClient,
  StatementInput,
  XapiVersion,
} from "#app/domain/xapi/index.ts";
import {
  findStatement,
  batchInserts,
  receiveStatements,
  type SentFile,
  storeStatements,
} from "#app/domain/xapi/index.server.ts";

import { platformAgent } from "./names.ts";

/** The id is kept with another content. */
interface StoreConflict {
  readonly code: "conflict";
  readonly id: string;
}

/** Stores statements of the product's own; answers when they were stored. */
export async function keepOwnStatements(
  db: Db,
  of: { readonly communeId: PlaceId; readonly baseIri: string },
  statements: readonly [StatementInput, ...StatementInput[]],
): Promise<Date> {
  const outcomes = await storeStatements(db, {
    communeId: of.communeId,
    authority: platformAgent(of.baseIri),
    statements,
  });
  for (const outcome of outcomes) {
    if (outcome.outcome !== "stored") {
      throw new Error(`a statement of our own was not stored: ${JSON.stringify(outcome)}`);
    }
  }
  return storedAt(db, statements[0].id);
}

/** When a statement was stored, by the clock of the store. */
export async function storedAt(db: Db, id: string): Promise<Date> {
  const kept = await findStatement(db, id);
  if (kept === null) throw new Error(`the statement ${id} was just stored and is not there`);
  return kept.stored;
}

/**
 * Stores what a session sent, byte for byte, in the transaction that is under way. `known`: ids that
 * are kept already, whose content must be the same.
 */
export async function keepReceived(
  db: Db,
  { now }: Pick<Clock, "now">,
  client: RecordClient,
  batch: {
    readonly version: XapiVersion;
    readonly fresh: readonly Received[];
    readonly known: readonly Received[];
    readonly files: readonly SentFile[];
  },
): Promise<Result<null, StoreConflict>> {
  const { version, fresh, known, files } = batch;
  const outcomes = await storeStatements(db, {
    communeId: client.placeId,
    authority: client.authority,
    statements: known.map(({ text }): unknown => JSON.parse(text)),
  });
  for (const { outcome, id } of outcomes) {
    if (outcome === "conflict" && id !== null) return refuse({ code: "conflict", id });
  }
  const sql = poolOf(db);
  // Of its own: what others send at this time is not of this transaction.
  const store = {
    sql,
    now,
    singles: batchInserts<Received, Result<null, StoreConflict>>(),
    define: () => Promise.resolve(),
  };
  const received = await receiveStatements(store, client, { version, statements: fresh, files });
  if (received.ok) return accept(null);
  if (received.refusal.code === "forbidden") throw new Error("a session may write statements");
  return refuse(received.refusal);
}

/** The record store's own connection, inside the transaction that is under way. */
export function poolOf(db: Db): SqlPool {
  const sql = sqlOf(db);
  return { once: sql.query, transact: (_scope, work) => work(sql), close: () => Promise.resolve() };
}
