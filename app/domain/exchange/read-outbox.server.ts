import type { Db } from "#app/db/index.server.ts";
import { type KeptStatement, type Position, statementText } from "#app/domain/xapi/index.ts";
import { consistentThrough, findStatement, findStatements } from "#app/domain/xapi/index.server.ts";

import { findAskedAgain } from "./dead-letter.store.server.ts";
import { type Filters, isWanted, voidedId } from "./filters.ts";
import type { HeldForward } from "./forward.store.server.ts";
import { filesOf, outgoingText, type Pseudonyms } from "./outgoing-text.ts";
import type { Outgoing } from "./remote-store.ts";
import { readFields } from "./statement-fields.ts";

/** A statement on its way out, and where it stands here. */
export interface Queued extends Outgoing, Position {}

export interface OutboxPage {
  /** Of dead letters that a person wants to be sent again. */
  readonly again: readonly Queued[];
  /** Ids of such letters whose statements are lawfully erased by now: there is nothing to send. */
  readonly erased: readonly string[];
  readonly fresh: readonly Queued[];
  /** Where the page ends, what is not wanted included; null when nothing new is there. */
  readonly end: Position | null;
  /** Whether more lies behind the page. */
  readonly more: boolean;
}

const LETTERS_AT_MOST = 20;

/**
 * What a forward has to send next. The log of statements itself is the outbox: what was stored up to
 * the moment through which it is consistent, behind where the forward got to.
 */
export async function readOutbox(
  db: Db,
  forward: HeldForward,
  page: { readonly limit: number; readonly pseudonyms: Pseudonyms | null },
): Promise<OutboxPage> {
  // Asked before the page is read: what is stored later, also with an earlier `stored`, lies behind it.
  const until = await consistentThrough(db);
  const { statements, more } = await findStatements(
    db,
    { until, ascending: true, includeAll: true },
    { limit: page.limit, after: forward.reached },
  );
  const queue = (kept: KeptStatement) => queued(kept, forward, page.pseudonyms);
  const fresh: Queued[] = [];
  for (const kept of statements) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    if (await isWantedHere(db, kept, forward.filters)) fresh.push(...queue(kept));
  }

  const again: Queued[] = [];
  const erased: string[] = [];
  for (const id of await findAskedAgain(db, forward, LETTERS_AT_MOST)) {
    // oxlint-disable-next-line no-await-in-loop
    const kept = await findStatement(db, id);
    const found = kept === null ? [] : queue(kept);
    again.push(...found);
    if (found.length === 0) erased.push(id);
  }
  return { again, erased, fresh, end: statements.at(-1) ?? null, more: more !== null };
}

function queued(
  kept: KeptStatement,
  { version }: HeldForward,
  pseudonyms: Pseudonyms | null,
): readonly Queued[] {
  const { id, stored, sequence, payload } = kept;
  if (payload === null) return [];
  const given = statementText({ ...kept, payload });
  const statement = readFields(given);
  const text = outgoingText(given, statement, version, pseudonyms);
  return [{ id, stored, sequence, text, files: pseudonyms === null ? filesOf(statement) : [] }];
}

async function isWantedHere(db: Db, kept: KeptStatement, filters: Filters): Promise<boolean> {
  if (kept.payload === null) return false;
  const statement = readFields(kept.payload);
  const target = voidedId(statement);
  if (target === null) return isWanted(statement, filters);
  const voided = await findStatement(db, target);
  // Of one that is erased or has not come, nobody knows any more whether it went out.
  if (voided === null || voided.payload === null) return true;
  return isWanted(readFields(voided.payload), filters);
}
