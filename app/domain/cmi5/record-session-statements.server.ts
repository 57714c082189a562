import type { Db } from "#app/db/index.server.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";
import type { Received, XapiVersion } from "#app/domain/xapi/index.ts";
import { findStatement, type SentFile } from "#app/domain/xapi/index.server.ts";

import type { Cmi5Deps } from "./deps.ts";
import type { SessionGrant } from "./find-session.server.ts";
import { keepReceived, storedAt } from "./keep.store.server.ts";
import { readVersion } from "./package.store.server.ts";
import { findRegistrationById, findUnits, lockLearner } from "./registration.store.server.ts";
import { UNTOUCHED, type UnitState } from "./rollup.ts";
import { takeStatements } from "./session-rules.ts";
import type { SessionState, Violation } from "./session.ts";
import { findSession, type KeptSession, saveSession } from "./session.store.server.ts";
import { settle } from "./settle.server.ts";
import type { UnitFact } from "./unit-facts.ts";
import type { UnitVerb } from "./vocabulary.ts";

/** What the record store received from a session, already read as xAPI. */
export interface SessionBatch {
  readonly version: XapiVersion;
  readonly statements: readonly Received[];
  /** Of their attachments; on disk already. */
  readonly files: readonly SentFile[];
}

export type RecordSessionStatementsRefusal =
  /** A requirement of cmi5 is broken; nothing was stored. */
  | ({ readonly code: "violation" } & Violation)
  /** The id is kept with another content. */
  | { readonly code: "conflict"; readonly id: string };

/**
 * Takes in what a unit sends, all of it or none: checks the rules of its session, stores the
 * statements, writes what became satisfied, and moves the learner's progress, in one transaction.
 * A statement that is kept already is as good as stored, so an honest retry is never refused.
 */
export function recordSessionStatements(
  deps: Cmi5Deps,
  grant: SessionGrant,
  batch: SessionBatch,
): Promise<Result<null, RecordSessionStatementsRefusal>> {
  const { communeId, frame } = grant;
  const received = batch.statements;
  return deps.transact([communeId], async (db) => {
    const registration = await findRegistrationById(db, communeId, frame.registration);
    if (registration === null) throw new Error(`session ${frame.sessionId} has no registration`);
    await lockLearner(db, registration);
    const now = await readCurrent(db, grant, registration.id);
    const fresh = await unknownOf(db, received);
    const taken = takeStatements(
      frame,
      now.state,
      // What ended takes nothing, not even what it has.
      (now.state.ending === null ? fresh : received).map(({ statement, text }) => ({
        statement,
        hasId: hasOwnId(text),
      })),
    );
    if (!taken.ok) return refuse({ code: "violation", ...taken.refusal });
    const known = received.filter((one) => !fresh.includes(one));
    const kept = await keepReceived(db, deps, grant.client, { ...batch, fresh, known });
    if (!kept.ok) return kept;
    const [first] = fresh;
    if (first === undefined) return accept(null);

    const { state, verbs } = taken.value;
    const at = deps.now();
    await saveSession(db, now.session, { ...state, lastStatementAt: at, at });
    const facts = factsOf(now.session, fresh, verbs, await storedAt(db, first.id));
    if (facts.length > 0) {
      const version = await readVersion(db, deps, registration.versionId);
      const { sessionId } = frame;
      await settle(db, deps, registration, version, { sessionId, facts });
    }
    return accept(null);
  });
}

/** The session and what its registration has of the unit, behind the learner's lock. */
async function readCurrent(
  db: Db,
  grant: SessionGrant,
  registrationId: string,
): Promise<{ readonly session: KeptSession; readonly state: SessionState }> {
  const { communeId, frame } = grant;
  const { sessionId } = frame;
  const session = await findSession(db, communeId, sessionId);
  const registration = await findRegistrationById(db, communeId, registrationId);
  if (session === null || registration === null) throw new Error(`no session ${sessionId}`);
  const unit: UnitState = (await findUnits(db, registration)).get(session.unit) ?? UNTOUCHED;
  return {
    session,
    state: {
      preferencesRead: session.preferencesReadAt !== null,
      verbs: session.verbs,
      ending: session.ending,
      completed: unit.completedAt !== null,
      passed: unit.passedAt !== null,
    },
  };
}

async function unknownOf(db: Db, received: readonly Received[]): Promise<readonly Received[]> {
  const fresh: Received[] = [];
  for (const one of received) {
    if ((await findStatement(db, one.id)) === null) fresh.push(one);
  }
  return fresh;
}

function hasOwnId(text: string): boolean {
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null && "id" in value;
}

/** What happened, by the order of the timestamps; what counts happens in Normal mode alone. */
function factsOf(
  session: KeptSession,
  fresh: readonly Received[],
  verbs: readonly (UnitVerb | null)[],
  at: Date,
): readonly UnitFact[] {
  const told = fresh.flatMap(({ statement }, index) => {
    const kind = verbs[index];
    if (kind !== "completed" && kind !== "passed" && kind !== "failed") return [];
    const scaled = statement.result?.score?.scaled ?? null;
    return [
      {
        when: Date.parse(statement.timestamp ?? ""),
        fact: { unit: session.unit, kind, scaled, at },
      },
    ];
  });
  return told.toSorted((a, b) => a.when - b.when).map(({ fact }) => fact);
}
