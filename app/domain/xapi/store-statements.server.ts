import { createHash } from "node:crypto";

import type { Db } from "#app/db/index.server.ts";

import { immutableForm } from "./immutable-form.ts";
import { type Agent, Statement } from "./statement.ts";
import { statementKeys } from "./statement-keys.ts";
import {
  findHashes,
  insertKeys,
  insertStatements,
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
  /** Kept before with the same content: as good as stored. */
  | { readonly id: string; readonly outcome: "same" }
  /** Kept before with another content. */
  | { readonly id: string; readonly outcome: "conflict" }
  | { readonly id: string | null; readonly outcome: "invalid"; readonly fault: string };

/**
 * The one door by which statements enter, from our own lessons, a phone's outbox or HTTP. Answers
 * for each statement, in order; writes all new ones with a few set-based statements.
 */
export async function storeStatements(
  db: Db,
  batch: StatementBatch,
): Promise<readonly StoreOutcome[]> {
  const read = batch.statements.map((value) => ({ value, parsed: Statement.safeParse(value) }));
  const rows = new Map<string, { readonly row: StatementRow; readonly statement: Statement }>();
  for (const { value, parsed } of read) {
    if (!parsed.success || rows.has(parsed.data.id)) continue;
    rows.set(parsed.data.id, { row: rowOf(value, parsed.data, batch), statement: parsed.data });
  }
  const all = [...rows.values()].map(({ row }) => row);
  const fresh = all.length === 0 ? new Set<string>() : await insertKeys(db, batch.stored, all);
  const added = all.filter(({ id }) => fresh.has(id));
  if (added.length > 0) await insertStatements(db, batch.stored, added);
  const known = await findHashes(
    db,
    all.filter(({ id }) => !fresh.has(id)).map(({ id }) => id),
  );

  return read.map(({ parsed }): StoreOutcome => {
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return { id: null, outcome: "invalid", fault: `${issue?.path.join(".")}: ${issue?.message}` };
    }
    const { id } = parsed.data;
    const hash = hashOf(parsed.data).toString("hex");
    const entry = rows.get(id);
    if (entry !== undefined && fresh.has(id)) {
      return hash === Buffer.from(entry.row.hash).toString("hex")
        ? { id, outcome: "stored", statement: entry.statement }
        : { id, outcome: "conflict" };
    }
    return { id, outcome: known.get(id) === hash ? "same" : "conflict" };
  });
}

function hashOf(statement: Statement): Buffer {
  return createHash("sha256").update(immutableForm(statement)).digest();
}

function rowOf(value: unknown, statement: Statement, batch: StatementBatch): StatementRow {
  const stored = batch.stored.toISOString();
  const payload = JSON.stringify({
    ...(value as object),
    timestamp: statement.timestamp ?? stored,
    stored,
    authority: batch.authority,
    version: statement.version ?? "2.0.0",
  });
  return {
    id: statement.id,
    communeId: batch.communeId,
    timestamp: new Date(statement.timestamp ?? stored),
    payload,
    hash: hashOf(statement),
    ...statementKeys(statement),
  };
}
