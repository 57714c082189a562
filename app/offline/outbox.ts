import {
  type Envelope,
  ENVELOPES_AT_MOST,
  isAcknowledged,
  type Received,
} from "#app/domain/phones/index.ts";

/** A sealed act that the server has not acknowledged yet. */
export interface Waiting extends Envelope {
  /** Counts up as they come in. */
  readonly order: number;
  /** Whose act it is; null: it is carried for another phone. */
  readonly accountId: string | null;
}

/** How the sending stands. Times are the phone's clock, in milliseconds. */
export interface SendingState {
  /** Tries in a row that brought nothing. */
  readonly failures: number;
  /** Not tried by itself before. */
  readonly notBefore: number;
  /** Who sends just now; held for a while only, because a phone may kill whoever holds it. */
  readonly lease: { readonly holder: string; readonly until: number } | null;
  /** Server's clock minus the phone's at their last meeting. */
  readonly offsetMs: number | null;
}

export const NOTHING_SENT: SendingState = {
  failures: 0,
  notBefore: 0,
  lease: null,
  offsetMs: null,
};

/** Where the queue is kept. Each call is one transaction: done wholly, or not at all. */
export interface OutboxPort {
  /** Up to so many after `order`, first come first. */
  readonly listAfter: (order: number, atMost: number) => Promise<readonly Waiting[]>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** Reads the state and writes what `decide` makes of it. */
  readonly change: <Value>(
    decide: (state: SendingState) => readonly [SendingState, Value],
  ) => Promise<Value>;
}

export interface SendDeps {
  readonly port: OutboxPort;
  /** Posts envelopes; throws when no answer of the server's came. */
  readonly post: (posted: {
    readonly carried: "same-phone" | "other-phone";
    readonly envelopes: readonly Envelope[];
  }) => Promise<Received>;
  /** The phone's clock, in milliseconds; it may jump. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** `unanswered`: so many were sent and stay, because the server did not acknowledge them. */
export type Sent =
  | { readonly state: "busy" | "pausing" }
  | { readonly state: "no-signal"; readonly delivered: number }
  | { readonly state: "sent"; readonly delivered: number; readonly unanswered: number };

const LEASE_MS = 90_000;
const PAUSE_AT_MOST_MS = 15 * 60_000;
const PAUSE_AT_LEAST_MS = 5000;
const POST_LENGTH_AT_MOST = 400_000;

/**
 * Sends what waits, oldest first, one sender at a time. An act leaves the queue only after its own
 * receipt: a post that is lost, an answer that is lost, a phone that dies in between leave it where it is,
 * and the server knows an act that comes twice by its id.
 * @param eager tries also in the middle of a pause, as when the signal has just come back
 * @param isAlone the browser says that nobody else sends: a lease is one of a sender that died
 */
export async function sendWaiting(
  deps: SendDeps,
  { eager, isAlone }: { readonly eager: boolean; readonly isAlone: boolean },
): Promise<Sent> {
  const { port, now } = deps;
  const holder = deps.newId();
  const begun = await port.change((state) => begin(state, { holder, now: now(), eager, isAlone }));
  if (begun !== "go") return { state: begun };

  let delivered = 0;
  let unanswered = 0;
  let after = 0;
  for (;;) {
    const batch = batchOf(await port.listAfter(after, ENVELOPES_AT_MOST));
    const last = batch.at(-1);
    if (last === undefined) break;
    const answer = await ask(deps, batch);
    if (answer === null) {
      await port.change((state) => [failed(state, now()), null]);
      return { state: "no-signal", delivered };
    }
    const gone = acknowledged(batch, answer);
    await port.remove(gone);
    delivered += gone.length;
    unanswered += batch.length - gone.length;
    after = last.order;
    const mine = await port.change((state) => renew(state, { holder, now: now(), answer }));
    if (!mine) return { state: "busy" };
  }
  await port.change((state) => [ended(state, unanswered > 0, now()), null]);
  return { state: "sent", delivered, unanswered };
}

/** The first of these that go the same way, and not more than one post should hold. */
function batchOf(listed: readonly Waiting[]): readonly Waiting[] {
  const [first] = listed;
  if (first === undefined) return [];
  const batch: Waiting[] = [];
  let length = 0;
  for (const waiting of listed) {
    length += waiting.sealed.length;
    const fits = batch.length === 0 || length <= POST_LENGTH_AT_MOST;
    if (!fits || isCarried(waiting) !== isCarried(first)) break;
    batch.push(waiting);
  }
  return batch;
}

function isCarried({ accountId }: Waiting): boolean {
  return accountId === null;
}

interface Answer extends Received {
  readonly askedAt: number;
}

async function ask(deps: SendDeps, batch: readonly Waiting[]): Promise<Answer | null> {
  const [first] = batch;
  const askedAt = deps.now();
  try {
    const received = await deps.post({
      carried: first !== undefined && isCarried(first) ? "other-phone" : "same-phone",
      envelopes: batch.map(({ id, sealed }) => ({ id, sealed })),
    });
    return { ...received, askedAt };
  } catch {
    // No signal, or a server that has other troubles: the same to whoever waits.
    return null;
  }
}

/** Which of these the server has; receipts for anything else are nobody's. */
function acknowledged(batch: readonly Waiting[], { receipts }: Received): readonly string[] {
  const sent = new Map(batch.map((waiting) => [waiting.id, waiting]));
  return receipts
    .filter(({ id, outcome }) => {
      const waiting = sent.get(id);
      if (waiting === undefined) return false;
      // What is carried for another phone stays there as well; unreadable, it is only in the way here.
      return isAcknowledged(outcome) || (outcome === "unreadable" && isCarried(waiting));
    })
    .map(({ id }) => id);
}

interface Moment {
  readonly holder: string;
  readonly now: number;
}

/** A time that lies further ahead than we ever set one was set by a clock that jumped since. */
function isAhead(until: number, now: number, atMost: number): boolean {
  return until > now && until - now <= atMost;
}

function begin(
  state: SendingState,
  { holder, now, eager, isAlone }: Moment & { readonly eager: boolean; readonly isAlone: boolean },
): readonly [SendingState, "go" | "busy" | "pausing"] {
  const { lease, notBefore } = state;
  const isHeld = lease !== null && isAhead(lease.until, now, LEASE_MS);
  if (isHeld && !isAlone) return [state, "busy"];
  if (!eager && isAhead(notBefore, now, PAUSE_AT_MOST_MS)) return [state, "pausing"];
  return [{ ...state, lease: { holder, until: now + LEASE_MS } }, "go"];
}

function renew(
  state: SendingState,
  { holder, now, answer }: Moment & { readonly answer: Answer },
): readonly [SendingState, boolean] {
  const { lease } = state;
  // A clock that was set between the post and its answer tells nothing.
  const tookMs = now - answer.askedAt;
  const offsetMs =
    tookMs >= 0 && tookMs <= LEASE_MS
      ? Math.round(Date.parse(answer.now) - (answer.askedAt + now) / 2)
      : state.offsetMs;
  if (lease !== null && lease.holder !== holder) return [{ ...state, offsetMs }, false];
  return [{ ...state, offsetMs, failures: 0, lease: { holder, until: now + LEASE_MS } }, true];
}

function failed(state: SendingState, now: number): SendingState {
  const failures = Math.min(state.failures + 1, 20);
  const pause = Math.min(PAUSE_AT_LEAST_MS * 2 ** (failures - 1), PAUSE_AT_MOST_MS);
  return { ...state, failures, notBefore: now + pause, lease: null };
}

function ended(state: SendingState, someStay: boolean, now: number): SendingState {
  return { ...state, failures: 0, notBefore: someStay ? now + PAUSE_AT_MOST_MS : 0, lease: null };
}
