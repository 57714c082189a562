import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  accept,
  type Clock,
  dayOf,
  type PersonId,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { type Actor, auditActor, communeOffice } from "./actor.ts";
import { findOffice, findOfficesOf, holdPerson } from "./office.store.server.ts";
import { findPersonFile } from "./people.store.server.ts";
import { insertOffice, isPlaceWithin, isVillageOf } from "./person.store.server.ts";

export type GrantOfficeRefusal =
  | { readonly code: "not-official" }
  | { readonly code: "oneself" }
  | { readonly code: "person-unknown" }
  | { readonly code: "place-unknown" }
  | { readonly code: "already-held" };

export interface GrantedOffice {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  /** Made with the form, so that a second press of it appoints nobody twice. */
  readonly officeId: string;
  readonly role: "village_attestor" | "promoter";
  readonly placeId: PlaceId;
  /** As it stands under a signature. */
  readonly title: string;
}

/** A resident of the commune holds an office in it from today, by the word of its official. */
export async function grantOffice(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: GrantedOffice,
): Promise<Result<null, GrantOfficeRefusal>> {
  const { communeId, personId, role, placeId, title } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  if (personId === actor.personId) return refuse({ code: "oneself" });
  const now = deps.now();
  const today = dayOf(now);
  return deps.transact(actor.reach, async (db) => {
    await holdPerson(db, { communeId, personId });
    const found = await findPersonFile(db, communeId, personId);
    if (found === null) return refuse({ code: "person-unknown" });
    const fits = role === "village_attestor" ? isVillageOf : isPlaceWithin;
    if (!(await fits(db, placeId, communeId))) return refuse({ code: "place-unknown" });
    const held = (await findOfficesOf(db, { communeId, personId }, today)).find(
      (each) => each.role === role && each.placeId === placeId,
    );
    if (held?.officeId === input.officeId) return accept(null);
    if (held !== undefined) return refuse({ code: "already-held" });
    // The form may be one that was gone back to and filled in anew.
    const used = (await findOffice(db, communeId, input.officeId)) !== null;
    const officeId = used ? deps.newId() : input.officeId;
    await insertOffice(db, {
      communeId,
      id: officeId,
      personId,
      role,
      placeId,
      title,
      validFrom: today,
      grantedAt: now,
    });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "office.granted",
        subjectKind: "person",
        subjectId: personId,
        detail: { role, title, officeId, placeId },
      },
    ]);
    return accept(null);
  });
}
