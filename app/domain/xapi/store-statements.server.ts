import { createHash } from "node:crypto";

import type { Db } from "#app/db/index.server.ts";

import { Uuid } from "./data-types.ts";
import { immutableForm } from "./immutable-form.ts";
import { type Agent, Statement } from "./statement.ts";
import { keyFault, statementKeys } from "./statement-keys.ts";
import {
  findHashes,
  insertKeys,
  insertStatements,
  type KeptHash,
  type StatementRow,
} from "./statement.store.server.ts";

export interface StatementBatch {
  /** The commune of the person who acted; null when it is not known. */
  readonly communeId: string | null;
  /** When the store receives it. */
  readonly stored: Date;
  /** Who vouches for them: the product itself, or the client that sent them. */
  readonly authority: Agent;
  /** Statements as JSON values, each with its id; kept with `stored`, `authority` and `version` filled in. */
  readonly statements: readonly unknown[];
}

export type StoreOutcome =
  | { readonly id: string; readonly outcome: "stored"; readonly statement: Statement }
  /** Kept before, or earlier in the batch, with the same content: as good as stored. */
  | { readonly id: string; readonly outcome: "same" }
  /** Kept before, or earlier in the batch, with another content. */
  | { readonly id: string; readonly outcome: "conflict" }
  /** Not a statement, or one that PostgreSQL cannot index; `id` is null when it has none to go by. */
  | { readonly id: string | null; readonly outcome: "invalid"; readonly fault: string };

/**
 * The one door by which statements enter, from our own lessons, a phone's outbox or HTTP. Answers
 * for each statement, in order; writes all new ones with a few set-based statements.
 */
export async function storeStatements(
  db: Db,
  batch: StatementBatch,
): Promise<readonly StoreOutcome[]> {
  const read = batch.statements.map((value) => readStatement(value, batch));
  const first = new Map<string, Readable>();
  for (const one of read) {
    if (one.readable && !first.has(one.row.id)) first.set(one.row.id, one);
  }
  const rows = [...first.values()].map(({ row }) => row);
  const fresh = rows.length === 0 ? new Set<string>() : await insertKeys(db, batch.stored, rows);
  const added = rows.filter(({ id }) => fresh.has(id));
  if (added.length > 0) await insertStatements(db, batch.stored, added);
  const others = rows.filter(({ id }) => !fresh.has(id)).map(({ id }) => id);
  const known = others.length === 0 ? new Map<string, KeptHash>() : await findHashes(db, others);

  return read.map((one): StoreOutcome => {
    if (!one.readable) return { id: one.id, outcome: "invalid", fault: one.fault };
    const { row, statement } = one;
    const { id } = row;
    if (fresh.has(id) && first.get(id) === one) return { id, outcome: "stored", statement };
    const kept = fresh.has(id) ? first.get(id)?.row : known.get(id);
    const same = kept !== undefined && isSame(statement, kept, batch.stored);
    return { id, outcome: same ? "same" : "conflict" };
  });
}

interface Readable {
  readonly readable: true;
  readonly row: StatementRow;
  readonly statement: Statement;
}
type Read =
  Readable | { readonly readable: false; readonly id: string | null; readonly fault: string };

function readStatement(value: unknown, batch: StatementBatch): Read {
  const parsed = Statement.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join(".") ?? "";
    const fault = `${path === "" ? "statement" : path}: ${issue?.message}`;
    return { readable: false, id: idOf(value), fault };
  }
  const row = rowOf(value, parsed.data, batch);
  const fault = keyFault(row);
  return fault === null
    ? { readable: true, row, statement: parsed.data }
    : { readable: false, id: row.id, fault };
}

/** The id of what could not be read, so that its sender knows which one it was. */
function idOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("id" in value)) return null;
  const id = Uuid.safeParse(value.id);
  return id.success ? id.data : null;
}

/**
 * The content of both is the same; the time at which the store received the one that is kept may
 * have come back as a timestamp that its sender had not given.
 */
function isSame(
  statement: Statement,
  kept: { readonly hash: Uint8Array; readonly stored?: Date },
  received: Date,
): boolean {
  if (hashOf(statement).equals(kept.hash)) return true;
  const { timestamp, ...undated } = statement;
  if (timestamp === undefined) return false;
  const stored = kept.stored ?? received;
  return new Date(timestamp).getTime() === stored.getTime() && hashOf(undated).equals(kept.hash);
}

function hashOf(statement: Statement): Buffer {
  return createHash("sha256").update(immutableForm(statement)).digest();
}

function rowOf(value: unknown, statement: Statement, batch: StatementBatch): StatementRow {
  const stored = batch.stored.toISOString();
  const { authority } = batch;
  const payload = JSON.stringify({
    ...(typeof value === "object" ? value : {}),
    timestamp: statement.timestamp ?? stored,
    stored,
    authority,
    version: statement.version ?? "2.0.0",
  });
  return {
    id: statement.id,
    communeId: batch.communeId,
    timestamp: new Date(statement.timestamp ?? stored),
    payload,
    hash: hashOf(statement),
    ...statementKeys({ ...statement, authority }),
  };
}
