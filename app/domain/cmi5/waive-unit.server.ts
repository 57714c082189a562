import { appendAudit } from "#app/domain/audit/index.server.ts";
import { auditActor, type Actor, provincialOffice, readLogin } from "#app/domain/identity/index.ts";
import { findAccounts } from "#app/domain/identity/index.server.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps } from "./deps.ts";
import { keepOwnStatements } from "./keep.store.server.ts";
import { waivedStatement, type WaiveReason } from "./lms-statements.ts";
import { findPackage, readVersion } from "./package.store.server.ts";
import { registerLearner } from "./register-learner.server.ts";
import { findRegistration, findUnits, lockLearner } from "./registration.store.server.ts";
import { isUnitSettled, UNTOUCHED } from "./rollup.ts";
import { settle } from "./settle.server.ts";
import { unitOf } from "./structure.ts";

export type WaiveUnitRefusal =
  | { readonly code: "not-officer" }
  | { readonly code: "unknown-package" }
  | { readonly code: "unknown-unit" }
  /** No card of anybody in the province. */
  | { readonly code: "unknown-card" }
  /** Waived before, or done by herself. */
  | { readonly code: "done-already" };

export interface WaiveUnitInput {
  readonly provinceId: PlaceId;
  readonly packageId: string;
  /** The unit's key. */
  readonly unit: string;
  /** As it was typed off the card. */
  readonly card: string;
  readonly reason: WaiveReason;
}

/** Lets one learner off one unit, with a reason that stands in the statement (§9.3.7). */
export async function waiveUnit(
  deps: Cmi5Deps,
  actor: Actor,
  input: WaiveUnitInput,
): Promise<Result<null, WaiveUnitRefusal>> {
  const { provinceId, packageId, reason } = input;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const login = readLogin(input.card);
  if (login.kind !== "card") return refuse({ code: "unknown-card" });
  return deps.transact(actor.reach, async (db) => {
    const found = await findPackage(db, provinceId, packageId);
    if (found === null) return refuse({ code: "unknown-package" });
    const [account] = await findAccounts(db, login);
    if (account === undefined) return refuse({ code: "unknown-card" });
    const learner = { ...account, accountId: account.id };
    await lockLearner(db, learner);
    const begun = await findRegistration(db, learner, packageId);
    const version = await readVersion(db, deps, begun?.versionId ?? found.versionId);
    const unit = unitOf(version.structure, input.unit);
    if (unit === null) return refuse({ code: "unknown-unit" });
    const registration = begun ?? (await registerLearner(db, deps, learner, version));
    const state = (await findUnits(db, registration)).get(unit.key) ?? UNTOUCHED;
    if (isUnitSettled(unit, state)) {
      return refuse({ code: "done-already" });
    }
    const now = deps.now();
    const { communeId } = registration;
    const { baseIri } = deps;
    // A session of its own, which the satisfied statements share (§9.3.7).
    const sessionId = deps.newId();
    const statement = waivedStatement(
      {
        id: deps.newId(),
        baseIri,
        accountId: registration.accountId,
        packageId,
        registration: registration.id,
        sessionId,
        at: now,
      },
      unit,
      reason,
    );
    const at = await keepOwnStatements(db, { communeId, baseIri }, [statement]);
    await settle(db, deps, registration, version, {
      sessionId,
      facts: [{ unit: unit.key, kind: "waived", scaled: null, at }],
    });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "package.unit-waived",
        subjectKind: "person",
        subjectId: registration.personId,
        detail: { packageId, unit: unit.key, reason, registration: registration.id },
      },
    ]);
    return accept(null);
  });
}
