import { randomUUID } from "node:crypto";

import type { Db, Scope, Sql } from "#app/db/index.server.ts";
import { accept, canonicalJson, refuse, type Result } from "#app/domain/kernel/index.ts";

import { immutableForm } from "./immutable-form.ts";
import { postingKey, postingKeys } from "./posting-keys.server.ts";
import { type NotReceived, readText, readValue, type Received } from "./received.ts";
import { keptStatement } from "./kept-statement.ts";
import type { Agent, Statement } from "./statement.ts";
import { agentKey } from "./statement-keys.ts";
import {
  type Batch,
  findKept,
  insertBatch,
  type KeptText,
  type StatementRow,
  sqlWithin,
} from "./statement.store.server.ts";
import { silentVersion, type XapiVersion } from "./versions.ts";

/** Which statements a voiding one may void. */
export interface VoidingRight {
  /** Of which communes. */
  readonly reach: Scope;
  /** Whoever sent them; otherwise only what the same authority sent. */
  readonly ofOthers: boolean;
}

export interface StatementBatch {
  /** The commune of the person who acted, or the place of the client that sent them. */
  readonly communeId: string;
  /** Who vouches for them: the product itself, or the client that sent them. */
  readonly authority: Agent;
  /** Everything, when unset: the product's own right. */
  readonly voiding?: VoidingRight;
  /** Unset: PostgreSQL's clock. Given only for what nobody polls, such as a measurement's past months. */
  readonly storedAt?: Date;
}

export type StoreOutcome =
  | { readonly id: string; readonly outcome: "stored"; readonly statement: Statement }
  /** Kept before, or earlier in the batch, with the same content: as good as stored. */
  | { readonly id: string; readonly outcome: "same" }
  /** Kept before, or earlier in the batch, with another content. */
  | { readonly id: string; readonly outcome: "conflict" }
  /** Not a statement, or one that cannot be kept; `id` is null when it has none to go by. */
  | { readonly id: string | null; readonly outcome: "invalid"; readonly fault: string };

/**
 * The door for our own learning and a phone's outbox: statements as JSON values. Answers for each
 * statement, in order; those that cannot be stored stop no others. Part of the caller's transaction.
 */
export function storeStatements(
  db: Db,
  batch: StatementBatch & { readonly statements: readonly unknown[] },
): Promise<readonly StoreOutcome[]> {
  return storeEach(
    db,
    batch,
    batch.statements.map((value) => readValue(value, randomUUID)),
  );
}

/** The same for an import: each statement as its own JSON text, which is kept as it stands. */
export function storeStatementTexts(
  db: Db,
  batch: StatementBatch & { readonly texts: readonly string[] },
): Promise<readonly StoreOutcome[]> {
  return storeEach(
    db,
    batch,
    batch.texts.map((text) => readText(text, randomUUID)),
  );
}

async function storeEach(
  db: Db,
  batch: StatementBatch,
  read: readonly Result<Received, NotReceived>[],
): Promise<readonly StoreOutcome[]> {
  const first = new Map<string, Received>();
  for (const one of read) {
    if (one.ok && !first.has(one.value.id)) first.set(one.value.id, one.value);
  }
  const received = [...first.values()];
  const sql = sqlWithin(db);
  const options = { version: "2.0.0", whole: false } as const;
  const { stored, keptBefore } = await insert(sql, null, batch, received, options);
  const kept =
    keptBefore.size === 0 ? new Map<string, KeptText>() : await findKept(sql, [...keptBefore]);
  return read.map((one): StoreOutcome => {
    if (!one.ok) return { ...one.refusal, outcome: "invalid" };
    const { id, statement } = one.value;
    const earlier = first.get(id);
    if (!keptBefore.has(id) && earlier === one.value) return { id, outcome: "stored", statement };
    const before = kept.get(id) ?? { stored, payload: earlier?.text ?? null };
    return { id, outcome: isSame(statement, before) ? "same" : "conflict" };
  });
}

/** One id that was kept before with another content. */
export interface StoreConflict {
  readonly code: "conflict";
  readonly id: string;
}

/**
 * The door for HTTP: all of the statements, whose ids differ, or none. What was kept before with the
 * same content is as good as stored; refused by the first that was kept with another. `sql` runs each
 * statement in a transaction of its own.
 */
export async function storeReceived(
  sql: Sql,
  scope: readonly string[],
  batch: StatementBatch & { readonly version: XapiVersion },
  received: readonly Received[],
): Promise<Result<null, StoreConflict>> {
  let left = received;
  for (;;) {
    try {
      await insert(sql, scope, batch, left, { version: batch.version, whole: true });
      return accept(null);
    } catch (error) {
      if (!isKeptBefore(error)) throw error;
    }
    const kept = await findKept(
      sql,
      left.map(({ id }) => id),
    );
    for (const { id, statement } of left) {
      const before = kept.get(id);
      if (before !== undefined && !isSame(statement, before))
        return refuse({ code: "conflict", id });
    }
    left = left.filter(({ id }) => !kept.has(id));
  }
}

/**
 * The same for statements that came one by one, each on its own: answers for each, in order. Their ids
 * differ.
 */
export async function storeSingles(
  sql: Sql,
  scope: readonly string[],
  batch: StatementBatch & { readonly version: XapiVersion },
  received: readonly Received[],
): Promise<readonly Result<null, StoreConflict>[]> {
  const options = { version: batch.version, whole: false };
  const { keptBefore } = await insert(sql, scope, batch, received, options);
  if (keptBefore.size === 0) return received.map(() => accept(null));
  const kept = await findKept(sql, [...keptBefore]);
  return received.map(({ id, statement }) => {
    const before = kept.get(id);
    return before === undefined || isSame(statement, before)
      ? accept(null)
      : refuse({ code: "conflict", id });
  });
}

/** `xapi_store` was asked for all or nothing, and an id was kept before. */
function isKeptBefore(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "XA001";
}

async function insert(
  sql: Sql,
  scope: readonly string[] | null,
  batch: StatementBatch,
  received: readonly Received[],
  options: { readonly version: XapiVersion; readonly whole: boolean },
): ReturnType<typeof insertBatch> {
  if (received.length === 0) return { stored: new Date(0), keptBefore: new Set() };
  const { authority, voiding = { reach: "everywhere", ofOthers: true } } = batch;
  const agent = canonicalJson(authority);
  const authorityId = postingKey("authority", agent);
  const whole: Batch = {
    scope,
    communeId: batch.communeId,
    authority: { id: authorityId, agent },
    storedAt: batch.storedAt ?? null,
    whole: options.whole,
    voidReach: voiding.reach,
    voidAuthorityId: voiding.ofOthers ? null : authorityId,
  };
  const authorityKey = agentKey(authority);
  return insertBatch(
    sql,
    whole,
    received.map((one) => rowOf(one, authorityKey, options.version)),
  );
}

function rowOf({ id, text, statement, keys }: Received, authority: string, version: XapiVersion) {
  const isKnown = keys.agentKeys.includes(authority) || keys.relatedAgentKeys.includes(authority);
  const row: StatementRow = {
    id,
    timestamp: statement.timestamp ?? null,
    version: statement.version ?? silentVersion(version),
    payload: text,
    keys: postingKeys(
      isKnown ? keys : { ...keys, relatedAgentKeys: [...keys.relatedAgentKeys, authority] },
    ),
    refersTo: keys.refersTo,
    voids: keys.voids !== null,
  };
  return row;
}

/**
 * The content of both is the same, or that of the kept one was erased. The time at which the store
 * received it may have come back as a timestamp that its sender had not given.
 */
function isSame(statement: Statement, { payload, stored }: KeptText): boolean {
  if (payload === null) return true;
  const kept = keptStatement({ id: statement.id, ...JSON.parse(payload) });
  const form = immutableForm(kept);
  if (immutableForm(statement) === form) return true;
  const { timestamp, ...undated } = statement;
  if (timestamp === undefined) return false;
  return new Date(timestamp).getTime() === stored.getTime() && immutableForm(undated) === form;
}
