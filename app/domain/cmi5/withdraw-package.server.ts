import { appendAudit } from "#app/domain/audit/index.server.ts";
import { auditActor, type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { holdPlace } from "#app/domain/places/index.server.ts";

import type { Cmi5Deps } from "./deps.ts";
import { findPackage, setWithdrawn } from "./package.store.server.ts";

export type WithdrawPackageRefusal =
  { readonly code: "not-officer" } | { readonly code: "unknown-package" };

/**
 * Withdraws a package, so that nobody begins it any more; or, with `withdrawn` false, offers it again.
 * Who began it may go on, and what was learned stays. Pressed twice, it is done once.
 */
export async function withdrawPackage(
  deps: Cmi5Deps,
  actor: Actor,
  input: {
    readonly provinceId: PlaceId;
    readonly packageId: string;
    readonly withdrawn: boolean;
  },
): Promise<Result<null, WithdrawPackageRefusal>> {
  const { provinceId, packageId, withdrawn } = input;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const now = deps.now();
  return deps.transact(actor.reach, async (db) => {
    await holdPlace(db, provinceId);
    const found = await findPackage(db, provinceId, packageId);
    if (found === null) return refuse({ code: "unknown-package" });
    if ((found.withdrawnAt !== null) === withdrawn) return accept(null);
    await setWithdrawn(db, packageId, withdrawn ? now : null);
    await appendAudit(db, [
      {
        communeId: provinceId,
        at: now,
        actor: auditActor(actor, office),
        action: withdrawn ? "package.withdrawn" : "package.offered-again",
        subjectKind: "package",
        subjectId: packageId,
        detail: { versionId: found.versionId },
      },
    ]);
    return accept(null);
  });
}
