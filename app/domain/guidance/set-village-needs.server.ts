import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  type Actor,
  attestorOffice,
  auditActor,
  communeOffice,
} from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";

import type { GuidanceDeps } from "./deps.ts";
import { knownNeeds } from "./known-needs.ts";
import { findNeedsOfVillages, replaceNeeds } from "./village-need.store.server.ts";
import { NEEDS_AT_MOST } from "./village-needs-form.ts";

export type SetVillageNeedsRefusal =
  /** No village, one that stands no more, or one the actor does not answer for. */
  { readonly code: "not-yours" } | { readonly code: "too-many" };

/**
 * Says what a village needs to learn: by the official of its commune, or whoever attests for that
 * village. Needs that no course names are left out. Written to the log when something changed.
 */
export function setVillageNeeds(
  deps: Pick<GuidanceDeps, "transact" | "now" | "catalogue">,
  actor: Actor,
  input: { readonly villageId: PlaceId; readonly needs: readonly string[] },
): Promise<Result<null, SetVillageNeedsRefusal>> {
  const known = knownNeeds(deps.catalogue());
  const needs = known.filter((need) => input.needs.includes(need));
  const now = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const village = await findPlace(db, input.villageId);
    if (village?.kind !== "village" || village.validTo !== null) {
      return refuse({ code: "not-yours" });
    }
    const { communeId, id: villageId } = village;
    const office = communeOffice(actor, communeId) ?? attestorOffice(actor, villageId);
    if (office === null) return refuse({ code: "not-yours" });
    if (needs.length > NEEDS_AT_MOST) return refuse({ code: "too-many" });
    const before = (await findNeedsOfVillages(db, communeId)).get(villageId) ?? [];
    if (sameWords(before, needs)) return accept(null);
    await replaceNeeds(db, { communeId, villageId }, needs, {
      setById: actor.personId,
      setAt: now,
    });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "village-needs.set",
        subjectKind: "village",
        subjectId: villageId,
        detail: { before: [...before], needs: [...needs] },
      },
    ]);
    return accept(null);
  });
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}
