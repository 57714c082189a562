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
import { insertOffice, isVillageOf } from "./person.store.server.ts";
import type { AttestorForm } from "./registration.ts";

export type AppointAttestorRefusal =
  | { readonly code: "not-official" }
  | { readonly code: "oneself" }
  | { readonly code: "person-unknown" }
  | { readonly code: "village-unknown" }
  | { readonly code: "already-attestor" };

/** A resident of the commune answers for one of its villages from today. */
export async function appointAttestor(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    /** Made with the form, so that a second press of it appoints nobody twice. */
    readonly officeId: string;
    readonly form: AttestorForm;
  },
): Promise<Result<null, AppointAttestorRefusal>> {
  const { communeId, personId, form } = input;
  const { villageId, title } = form;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  if (personId === actor.personId) return refuse({ code: "oneself" });
  const now = deps.now();
  const today = dayOf(now);
  return deps.transact(actor.reach, async (db) => {
    await holdPerson(db, { communeId, personId });
    const found = await findPersonFile(db, communeId, personId);
    if (found === null) return refuse({ code: "person-unknown" });
    if (!(await isVillageOf(db, villageId, communeId))) return refuse({ code: "village-unknown" });
    const held = (await findOfficesOf(db, { communeId, personId }, today)).find(
      ({ role, placeId }) => role === "village_attestor" && placeId === villageId,
    );
    if (held?.officeId === input.officeId) return accept(null);
    if (held !== undefined) return refuse({ code: "already-attestor" });
    // The form may be one that was gone back to and filled in anew.
    const used = (await findOffice(db, communeId, input.officeId)) !== null;
    const officeId = used ? deps.newId() : input.officeId;
    await insertOffice(db, {
      communeId,
      id: officeId,
      personId,
      role: "village_attestor",
      placeId: villageId,
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
        detail: { role: "village_attestor", title, officeId, placeId: villageId },
      },
    ]);
    return accept(null);
  });
}
