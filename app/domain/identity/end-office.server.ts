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
import type { GrantedOffice } from "./grant-office.server.ts";
import { endOffice, findOffice, holdPerson } from "./office.store.server.ts";
import { isPlaceWithin } from "./person.store.server.ts";

export type EndOfficeRefusal =
  | { readonly code: "not-official" }
  | { readonly code: "oneself" }
  | { readonly code: "office-unknown" };

export interface EndedOffice {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly officeId: string;
}

/** An office of that role is held no longer, at once; a second press finds it done and is accepted. */
export async function endOfficeOf(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: EndedOffice & { readonly role: GrantedOffice["role"] },
): Promise<Result<null, EndOfficeRefusal>> {
  const { communeId, personId, officeId, role } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  if (personId === actor.personId) return refuse({ code: "oneself" });
  const now = deps.now();
  return deps.transact(actor.reach, async (db) => {
    await holdPerson(db, { communeId, personId });
    const held = await findOffice(db, communeId, officeId);
    if (held === null || held.personId !== personId || held.role !== role) {
      return refuse({ code: "office-unknown" });
    }
    if (!(await isPlaceWithin(db, held.placeId, communeId))) {
      return refuse({ code: "office-unknown" });
    }
    if (held.ended) return accept(null);
    await endOffice(db, { communeId, officeId }, dayOf(now));
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "office.ended",
        subjectKind: "person",
        subjectId: personId,
        detail: { role: held.role, title: held.title, officeId, placeId: held.placeId },
      },
    ]);
    return accept(null);
  });
}
