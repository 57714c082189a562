import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { agentKey, type RecordClient } from "#app/domain/xapi/index.ts";

import type { Cmi5Deps } from "./deps.ts";
import { packageAgent } from "./names.ts";
import { frameOf } from "./open-session.server.ts";
import { readVersion } from "./package.store.server.ts";
import { findRegistrationById } from "./registration.store.server.ts";
import { looksLikeToken, secretHash } from "./secrets.server.ts";
import type { SessionFrame, Violation } from "./session.ts";
import { findSessionOfToken, notePreferencesRead } from "./session.store.server.ts";
import { unitOf } from "./structure.ts";

/** What the holder of a session's token may do, and as whom. */
export interface SessionGrant {
  readonly communeId: PlaceId;
  readonly frame: SessionFrame;
  /**
   * As the record store knows it: it writes statements by the rules of its session, reads and writes
   * State of its own activity, learner and registration, and the learner's preferences. It reads no
   * statements, for its authority, the package, vouches for those of every learner.
   */
  readonly client: RecordClient;
}

const REQUESTS_PER_MINUTE = 1200;

export type FindSessionRefusal =
  /** No token of a session; it may be another client's. */
  | { readonly code: "unknown" }
  /** Terminated, abandoned or expired (§8.2.1: the token is limited to the session). */
  | ({ readonly code: "over" } & Violation);

/** The session whose token this is. `token`: what stands behind `Authorization: Basic`. */
export async function findSessionByToken(
  deps: Cmi5Deps,
  token: string,
): Promise<Result<SessionGrant, FindSessionRefusal>> {
  if (!looksLikeToken(token)) return refuse({ code: "unknown" });
  return deps.transact("everywhere", async (db) => {
    const session = await findSessionOfToken(db, secretHash(token));
    if (session === null) return refuse({ code: "unknown" });
    if (session.ending !== null || session.expiresAt <= deps.now()) {
      const fault = `the session is ${session.ending ?? "expired"}`;
      return refuse({ code: "over", requirement: "8.1.2.0-2", fault });
    }
    const { communeId, registrationId } = session;
    const registration = await findRegistrationById(db, communeId, registrationId);
    if (registration === null) throw new Error(`session ${session.id} has no registration`);
    const version = await readVersion(db, deps, registration.versionId);
    const unit = unitOf(version.structure, session.unit);
    if (unit === null) throw new Error(`session ${session.id} is of no unit of its version`);
    const frame = frameOf(deps, registration, unit, session);
    const { activityId } = frame;
    const client: RecordClient = {
      id: session.id,
      authority: packageAgent(deps.baseIri, registration.packageId),
      placeId: communeId,
      reach: [communeId],
      scopes: new Set(["statements/write", "state", "profile"]),
      requestsPerMinute: REQUESTS_PER_MINUTE,
      session: {
        agentKey: agentKey({ objectType: "Agent", account: frame.actor }),
        activityId,
        registration: registration.id,
      },
    };
    return accept({ communeId, frame, client });
  });
}

/** Notes that the unit has read the learner's preferences, as it must before its first statement (§11). */
export function notePreferences(deps: Cmi5Deps, { communeId, frame }: SessionGrant): Promise<void> {
  return deps.transact([communeId], (db) =>
    notePreferencesRead(db, communeId, frame.sessionId, deps.now()),
  );
}
