import { immutableForm, keptStatement, type Position } from "#app/domain/xapi/index.ts";

import { tryAgainAt } from "./backoff.ts";
import { keepDeadLetters, settleSent } from "./dead-letter.store.server.ts";
import { deliver, type Delivered } from "./deliver.ts";
import type { ExchangeDeps } from "./deps.ts";
import { type Fault, faultOf } from "./fault.ts";
import {
  type HeldForward,
  claimDueForward,
  placesWithin,
  type Progress,
  releaseForward,
} from "./forward.store.server.ts";
import { type OutboxPage, type Queued, readOutbox } from "./read-outbox.server.ts";
import type { Away } from "./remote-store.ts";
import { openSecretOf, pseudonymOf } from "./seal-secret.server.ts";

export type StepOutcome =
  /** Nothing is due. */
  | { readonly kind: "idle" }
  | {
      readonly kind: "worked";
      readonly forwardId: string;
      readonly sent: number;
      readonly dead: number;
      /** Whether it should be asked again at once. */
      readonly more: boolean;
    }
  | { readonly kind: "failed"; readonly forwardId: string; readonly fault: Fault }
  /** It took so long that another worker has the forward; what was sent will be sent once more. */
  | { readonly kind: "lost"; readonly forwardId: string };

const PAGE = 100;
const SECOND_MILLISECONDS = 1000;
/** No new request is begun after this; each one ends long before the forward is let go. */
const TURN_MILLISECONDS = 45 * SECOND_MILLISECONDS;
const HOLD_MILLISECONDS = 180 * SECOND_MILLISECONDS;
/** How soon somebody looks again for what was stored meanwhile. */
const PAUSE_MILLISECONDS = 2 * SECOND_MILLISECONDS;

/**
 * Takes the forward that is due and sends its next page. Nothing is held in the database while the
 * other store is spoken to; who has a forward in hand stands in its row until a moment, so the work
 * of a worker that died is taken up by another.
 */
export async function forwardStep(deps: ExchangeDeps): Promise<StepOutcome> {
  const begun = deps.now();
  const until = new Date(begun.getTime() + HOLD_MILLISECONDS);
  const held = await deps.transact("everywhere", (db) => claimDueForward(db, begun, until));
  if (held === null) return { kind: "idle" };

  const secret = openSecretOf(deps.outward, held.id, held.sealedSecret);
  if (secret === null) {
    const fault = faultOf("secret");
    const halt: Away = { kind: "away", fault, retryAfterSeconds: null };
    return release(deps, held, NOTHING, { ...UNSENT, halt }, UNSENT);
  }
  const scope = await deps.transact("everywhere", (db) => placesWithin(db, held.placeId));
  const page = await deps.transact(scope, (db) =>
    readOutbox(db, held, { limit: PAGE, pseudonyms: pseudonymsFor(deps, held) }),
  );

  const { endpoint, user, version } = held;
  const remote = deps.outward.open({ endpoint, user, secret, version });
  const options = {
    version,
    isSame,
    mayGoOn: () => deps.now().getTime() - begun.getTime() < TURN_MILLISECONDS,
  };
  const again = await deliver(remote, page.again, options);
  const fresh = again.halt === null ? await deliver(remote, page.fresh, options) : UNSENT;
  return release(deps, held, page, again, fresh);
}

const UNSENT: Delivered = { done: 0, sent: 0, dead: [], halt: null };
const NOTHING: OutboxPage = { again: [], erased: [], fresh: [], end: null, more: false };

function pseudonymsFor(deps: ExchangeDeps, { id, filters }: HeldForward) {
  if (filters.persons === "as-recorded") return null;
  const key = deps.outward.pseudonymKey;
  const of = (identifier: string) => pseudonymOf(key, id, identifier);
  return { homePage: deps.baseIri, of };
}

/** Both say the same, by the specification; what cannot be read is something else. */
function isSame(ours: string, theirs: string): boolean {
  const [mine, copy] = [formOf(ours), formOf(theirs)];
  return mine !== null && mine === copy;
}

function formOf(text: string): string | null {
  try {
    return immutableForm(keptStatement(JSON.parse(text)));
  } catch {
    return null; // the other store may answer with anything
  }
}

/** Writes down in one transaction where the forward got to, and what it left behind. */
function release(
  deps: ExchangeDeps,
  held: HeldForward,
  page: OutboxPage,
  again: Delivered,
  fresh: Delivered,
): Promise<StepOutcome> {
  const now = deps.now();
  const forwardId = held.id;
  const halt = again.halt ?? fresh.halt;
  const finished = halt === null && fresh.done === page.fresh.length;
  const reached = reachedBy(held, page, fresh, finished && again.halt === null);
  const more = halt === null && (!finished || page.more || again.done < page.again.length);
  const progress: Progress = {
    reached,
    sent: again.sent + fresh.sent,
    now,
    ...next(deps, held, halt, more, now),
  };
  const dead = [...lettersOf(page.again, again), ...lettersOf(page.fresh, fresh)];

  return deps.transact([held.placeId], async (db): Promise<StepOutcome> => {
    if (!(await releaseForward(db, held, progress))) return { kind: "lost", forwardId };
    await settleSent(db, held, now, [...page.erased, ...thereNow(page.again, again)]);
    await keepDeadLetters(db, held, now, dead);
    if (halt !== null) return { kind: "failed", forwardId, fault: halt.fault };
    return { kind: "worked", forwardId, sent: progress.sent, dead: dead.length, more };
  });
}

function next(
  deps: ExchangeDeps,
  { failures }: HeldForward,
  halt: Away | null,
  more: boolean,
  now: Date,
): Pick<Progress, "tryAt" | "failure"> {
  if (halt === null) {
    const tryAt = more ? now : new Date(now.getTime() + PAUSE_MILLISECONDS);
    return { tryAt, failure: null };
  }
  const failed = failures + 1;
  return {
    tryAt: tryAgainAt(now, failed, deps.outward.chance(), halt.retryAfterSeconds),
    failure: { failures: failed, fault: halt.fault },
  };
}

/** The end of the page when all of it is done with; else the last statement that is. */
function reachedBy(
  held: HeldForward,
  page: OutboxPage,
  fresh: Delivered,
  finished: boolean,
): Position {
  const last = finished ? page.end : page.fresh[fresh.done - 1];
  if (last === null || last === undefined) return held.reached;
  return { stored: last.stored, sequence: last.sequence };
}

function lettersOf(statements: readonly Queued[], { dead }: Delivered) {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return dead.flatMap(({ id, fault }) => {
    const statement = byId.get(id);
    if (statement === undefined) return [];
    return [{ statementId: id, stored: statement.stored, sequence: statement.sequence, fault }];
  });
}

function thereNow(statements: readonly Queued[], { done, dead }: Delivered): readonly string[] {
  const refused = new Set(dead.map(({ id }) => id));
  return statements.slice(0, done).flatMap(({ id }) => (refused.has(id) ? [] : [id]));
}
