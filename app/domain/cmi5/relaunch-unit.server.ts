import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps } from "./deps.ts";
import { modeFor } from "./launch-unit.server.ts";
import { type Launch, openSession } from "./open-session.server.ts";
import { readVersion } from "./package.store.server.ts";
import { findRegistrationById, findUnits, lockLearner } from "./registration.store.server.ts";
import { UNTOUCHED } from "./rollup.ts";
import { secretHash } from "./secrets.server.ts";
import { findSession, findSessionOfCode } from "./session.store.server.ts";
import { unitOf } from "./structure.ts";

export type RelaunchUnitRefusal =
  /** No launch of hers. */
  | { readonly code: "unknown-launch" }
  /** The unit was left in good order, or opened anew elsewhere: she chooses what is next. */
  | { readonly code: "over"; readonly packageId: string };

/**
 * Launches anew what a learner's browser has loaded again. The code of a fetch URL gives one token; a
 * page that is loaded again needs another, and by the specification another launch.
 */
export function relaunchUnit(
  deps: Cmi5Deps,
  actor: Actor,
  input: {
    /** Of the launch's fetch URL. */
    readonly code: string;
    /** Whether she asked for the page anew, and did not only come back to it. */
    readonly isReload: boolean;
  },
): Promise<Result<Launch, RelaunchUnitRefusal>> {
  return deps.transact([actor.communeId], async (db) => {
    const found = await findSessionOfCode(db, secretHash(input.code));
    if (found === null) return refuse({ code: "unknown-launch" });
    const { communeId, registrationId } = found;
    const registration = await findRegistrationById(db, communeId, registrationId);
    if (registration?.personId !== actor.personId) return refuse({ code: "unknown-launch" });
    await lockLearner(db, registration);
    // What changed while the lock was waited for counts. Many units say terminated as their page goes.
    const session = await findSession(db, communeId, found.id);
    if (session === null || (session.ending !== null && !input.isReload)) {
      return refuse({ code: "over", packageId: registration.packageId });
    }
    const version = await readVersion(db, deps, registration.versionId);
    const unit = unitOf(version.structure, session.unit);
    if (unit === null) throw new Error(`session ${session.id} is of no unit of its version`);
    const state = (await findUnits(db, registration)).get(unit.key) ?? UNTOUCHED;
    const mode = session.mode === "Normal" ? modeFor(unit, state) : session.mode;
    const { helper } = actor;
    return accept(await openSession(db, deps, registration, version, { unit, mode, helper }));
  });
}
