import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result, Uuid } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps } from "./deps.ts";
import { type Launch, openSession } from "./open-session.server.ts";
import type { CoursePackage } from "./package.ts";
import { findPackage, readVersion } from "./package.store.server.ts";
import { registerLearner } from "./register-learner.server.ts";
import { findRegistration, findUnits, lockLearner } from "./registration.store.server.ts";
import { isUnitSatisfied, type UnitState, UNTOUCHED } from "./rollup.ts";
import { type AssignableUnit, type LaunchMode, unitOf } from "./structure.ts";

export type LaunchUnitRefusal =
  /** Not in her province, or not there at all. */
  | { readonly code: "unknown-course" }
  | { readonly code: "unknown-unit" }
  /** Withdrawn before she began it. */
  | { readonly code: "withdrawn" };

export interface LaunchInput {
  readonly packageId: string;
  /** The unit's key. */
  readonly unit: string;
  /** Unset: Normal, or Review for what she has done. */
  readonly mode?: LaunchMode | undefined;
  /** Begin the version of today, in the place of the one that she began. */
  readonly newVersion?: boolean | undefined;
}

/** Opens a unit for a learner: a registration when she has none, and a session. */
export function launchUnit(
  deps: Cmi5Deps,
  actor: Actor,
  input: LaunchInput,
): Promise<Result<Launch, LaunchUnitRefusal>> {
  return deps.transact(actor.reach, async (db) => {
    const known = Uuid.safeParse(input.packageId).success;
    const found = known ? await findPackage(db, actor.provinceId, input.packageId) : null;
    if (found === null) return refuse({ code: "unknown-course" });
    await lockLearner(db, actor);
    const begun = await findRegistration(db, actor, found.id);
    if (begun === null && found.withdrawnAt !== null) return refuse({ code: "withdrawn" });
    const isKept = begun !== null && !mayMove(found, begun.versionId, input);
    const version = await readVersion(db, deps, isKept ? begun.versionId : found.versionId);
    const unit = unitOf(version.structure, input.unit);
    if (unit === null) return refuse({ code: "unknown-unit" });
    const registration = isKept ? begun : await registerLearner(db, deps, actor, version);
    const states = await findUnits(db, registration);
    const mode = input.mode ?? modeFor(unit, states.get(unit.key) ?? UNTOUCHED);
    const { helper } = actor;
    return accept(await openSession(db, deps, registration, version, { unit, mode, helper }));
  });
}

function mayMove(found: CoursePackage, versionId: string, { newVersion }: LaunchInput): boolean {
  return newVersion === true && found.withdrawnAt === null && found.versionId !== versionId;
}

/** What was done is reviewed: it has nothing more to say that would be taken. */
export function modeFor(unit: AssignableUnit, state: UnitState): LaunchMode {
  const isDone = state.completedAt !== null || state.passedAt !== null;
  return isDone && isUnitSatisfied(unit, state) ? "Review" : "Normal";
}
