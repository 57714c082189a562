import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  accept,
  AccountId,
  type Clock,
  dayOf,
  PersonId,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { type Actor, auditActor, communeOffice } from "./actor.ts";
import { freshCardCode, freshPin } from "./card.server.ts";
import { insertPerson, isVillageOf } from "./person.store.server.ts";
import { hashPin } from "./pin.server.ts";
import { CONSENT_VERSION, type RegistrationForm } from "./registration.ts";

export type RegisterPersonRefusal =
  | { readonly code: "not-official" }
  | { readonly code: "village-unknown" }
  | { readonly code: "birth-in-future" };

/** What is printed on the learner's card; the PIN is shown this once and kept nowhere. */
export interface LearnerCard {
  readonly personId: PersonId;
  readonly fullName: string;
  readonly cardCode: string;
  readonly pin: string;
}

/** A resident without e-mail gets a card and a PIN from the commune. */
export async function registerPerson(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly form: RegistrationForm },
): Promise<Result<LearnerCard, RegisterPersonRefusal>> {
  const { communeId, form } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  const now = deps.now();
  if (form.birth.precision !== "unknown" && form.birth.day > dayOf(now)) {
    return refuse({ code: "birth-in-future" });
  }

  const pin = freshPin();
  const pinHash = await hashPin(pin);
  const id = PersonId.parse(deps.newId());
  return deps.transact(actor.reach, async (db) => {
    if (!(await isVillageOf(db, form.villageId, communeId))) {
      return refuse({ code: "village-unknown" });
    }
    const cardCode = await freshCardCode(db);
    await insertPerson(db, {
      communeId,
      id,
      villageId: form.villageId,
      fullName: form.fullName,
      birth: form.birth,
      sex: form.sex,
      languages: form.language === "other" ? [] : [form.language],
      citizenGroup: form.citizenGroup,
      sample: actor.sample,
      createdAt: now,
      account: {
        id: AccountId.parse(deps.newId()),
        cardCode,
        phone: form.phone === "" ? null : form.phone,
        pinHash,
      },
      consent: {
        id: deps.newId(),
        version: CONSENT_VERSION,
        language: form.language,
        givenBy: "self",
        explainedBy: form.explainedBy,
      },
    });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "person.registered",
        subjectKind: "person",
        subjectId: id,
        detail: { villageId: form.villageId, consentVersion: CONSENT_VERSION },
      },
    ]);
    return accept({ personId: id, fullName: form.fullName, cardCode, pin });
  });
}
