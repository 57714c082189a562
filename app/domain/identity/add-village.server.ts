import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  accept,
  type Clock,
  dayOf,
  PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { placeTitle, type VillageForm } from "#app/domain/places/index.ts";
import {
  findPlace,
  findVillageNamed,
  findVillagesAlike,
  insertVillage,
} from "#app/domain/places/index.server.ts";

import { type Actor, auditActor, communeOffice } from "./actor.ts";

export type AddVillageRefusal =
  | { readonly code: "not-official" }
  /** Marks aside: "Nà Lồ" and "Na Lo" are one name. */
  | { readonly code: "name-taken" }
  /** Maybe the same village under another word for its kind; sent again with these ids in `alikeSeen`. */
  | { readonly code: "name-alike"; readonly alike: readonly AddedVillage[] };

export interface AddedVillage {
  readonly villageId: PlaceId;
  /** With its kind word: "Bản Lùng". */
  readonly villageName: string;
}

/** A village of the commune; there is no official list, so the commune writes its own. */
export async function addVillage(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    /** Made with the form, so that a second press of it adds nothing. */
    readonly villageId: PlaceId;
    readonly form: VillageForm;
    /** Ids of villages of like names that the official looked at, and says that this one is another. */
    readonly alikeSeen: readonly string[];
  },
): Promise<Result<AddedVillage, AddVillageRefusal>> {
  const { communeId, form } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  const now = deps.now();
  const villageName = placeTitle(form);
  return deps.transact(actor.reach, async (db) => {
    const named = await findVillageNamed(db, communeId, form);
    if (named === input.villageId) return accept({ villageId: named, villageName });
    if (named !== null) return refuse({ code: "name-taken" });
    const alike = await findVillagesAlike(db, communeId, form.name);
    if (alike.some(({ villageId: id }) => !input.alikeSeen.includes(id))) {
      return refuse({ code: "name-alike", alike });
    }
    const commune = await findPlace(db, communeId);
    if (commune?.kind !== "commune") throw new Error(`an office at ${communeId}, no commune`);
    // The form may be one that was gone back to and filled in anew.
    const used = (await findPlace(db, input.villageId)) !== null;
    const villageId = used ? PlaceId.parse(deps.newId()) : input.villageId;
    await insertVillage(db, {
      id: villageId,
      communeId,
      provinceId: commune.provinceId,
      type: form.type,
      name: form.name,
      validFrom: dayOf(now),
      sample: actor.sample,
    });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "village.added",
        subjectKind: "village",
        subjectId: villageId,
        detail: { type: form.type, name: form.name },
      },
    ]);
    return accept({ villageId, villageName });
  });
}
