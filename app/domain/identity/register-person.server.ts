import type { Db, Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  accept,
  AccountId,
  type Clock,
  type Day,
  dayOf,
  namesakeKey,
  PersonId,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { holdPlace } from "#app/domain/places/index.server.ts";

import { type Actor, auditActor, communeOffice } from "./actor.ts";
import { freshCardCode, freshPin } from "./card.server.ts";
import type { Birth, Namesake } from "./people.ts";
import { findCardHolder, findNamesakes, findPersonFile } from "./people.store.server.ts";
import { insertPersonOnce, isVillageOf } from "./person.store.server.ts";
import { hashPin } from "./pin.server.ts";
import { CONSENT_VERSION, mayBeChild, type RegistrationForm } from "./registration.ts";

export type RegisterPersonRefusal =
  | { readonly code: "not-official" }
  | { readonly code: "village-unknown" }
  | { readonly code: "birth-in-future" }
  /** A child's consent is given by an adult who is registered in the commune. */
  | { readonly code: "guardian-needed" }
  | { readonly code: "guardian-unknown" }
  /** This very form was sent before; the PIN was shown then and is kept nowhere. */
  | { readonly code: "already-registered"; readonly personId: PersonId }
  /** Maybe the same person; to be looked at, then sent again with their ids in `namesakesSeen`. */
  | { readonly code: "namesakes"; readonly namesakes: readonly Namesake[] };

/** What is printed on the learner's card; the PIN is shown this once and kept nowhere. */
export interface LearnerCard {
  readonly personId: PersonId;
  readonly villageId: PlaceId;
  readonly fullName: string;
  readonly cardCode: string;
  readonly pin: string;
}

/** A resident without e-mail gets a card and a PIN from the commune. */
export async function registerPerson(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    /** Made with the form, so that a second press of it registers nobody twice. */
    readonly personId: PersonId;
    readonly form: RegistrationForm;
    /** Ids of those of the same name whom the official looked at and found to be others. */
    readonly namesakesSeen: readonly string[];
  },
): Promise<Result<LearnerCard, RegisterPersonRefusal>> {
  const { communeId, form } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  const now = deps.now();
  const today = dayOf(now);
  const child = mayBeChild(form.birth, today);
  if (form.birth.precision !== "unknown" && form.birth.day > today) {
    return refuse({ code: "birth-in-future" });
  }
  if (child && form.guardianCard === "") return refuse({ code: "guardian-needed" });

  const pin = freshPin();
  const pinHash = await hashPin(pin);
  return deps.transact(actor.reach, async (db) => {
    await holdPlace(db, communeId);
    const sentBefore = await findPersonFile(db, communeId, input.personId);
    if (sentBefore !== null && isSamePerson(sentBefore.file, form)) {
      return refuse({ code: "already-registered", personId: input.personId });
    }
    if (!(await isVillageOf(db, form.villageId, communeId))) {
      return refuse({ code: "village-unknown" });
    }
    const guardianId = await findGuardian(db, communeId, form.guardianCard, today);
    if (guardianId === null) return refuse({ code: "guardian-unknown" });
    const { birth, fullName } = form;
    const asked = { communeId, namesakeKey: namesakeKey(fullName), birth };
    const namesakes = await findNamesakes(db, asked);
    if (namesakes.some(({ personId }) => !input.namesakesSeen.includes(personId))) {
      return refuse({ code: "namesakes", namesakes });
    }
    // The form may be one that was gone back to and filled in anew for somebody else.
    const id = sentBefore === null ? input.personId : PersonId.parse(deps.newId());
    const cardCode = await freshCardCode(db);
    const written = await insertPersonOnce(db, {
      communeId,
      id,
      villageId: form.villageId,
      fullName,
      birth,
      sex: form.sex,
      languages: form.language === "other" ? [] : [form.language],
      citizenGroup: form.citizenGroup,
      guardianId,
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
        language: form.explainedIn,
        givenBy: guardianId === undefined ? "self" : "guardian",
        explainedBy: form.explainedBy,
      },
    });
    if (!written) return refuse({ code: "already-registered", personId: id });
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
    return accept({ personId: id, villageId: form.villageId, fullName, cardCode, pin });
  });
}

function isSamePerson(
  sentBefore: { readonly fullName: string; readonly birth: Birth },
  form: RegistrationForm,
): boolean {
  return sentBefore.fullName === form.fullName && bornOn(sentBefore.birth) === bornOn(form.birth);
}

function bornOn(birth: Birth): Day | null {
  return birth.precision === "unknown" ? null : birth.day;
}

/** The adult with that card in the commune, undefined when no card was named, null when there is none. */
async function findGuardian(
  db: Db,
  communeId: PlaceId,
  cardCode: string,
  today: Day,
): Promise<PersonId | null | undefined> {
  if (cardCode === "") return undefined;
  const holder = await findCardHolder(db, communeId, cardCode);
  return holder === null || mayBeChild(holder.birth, today) ? null : holder.personId;
}
