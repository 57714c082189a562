import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  accept,
  AccountId,
  type Clock,
  dayOf,
  PersonId,
  PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { findPlace, insertVillage, villagesOf } from "#app/domain/places/index.server.ts";

import { freshCardCode, freshPin } from "./card.server.ts";
import { countPeople, insertOffice, insertPerson } from "./person.store.server.ts";
import { hashPin } from "./pin.server.ts";
import type { LearnerCard } from "./register-person.server.ts";
import { CONSENT_VERSION } from "./registration.ts";

export type AppointOfficerRefusal =
  { readonly code: "sample-present" } | { readonly code: "commune-unknown" };

/**
 * The first official of a commune, or an officer of its province, appointed by whoever runs the
 * server: nobody else is there yet who could. Everybody after that is registered at the desk.
 */
export async function appointOfficer(
  deps: Clock & { readonly transact: Transact },
  input: {
    readonly communeId: PlaceId;
    readonly fullName: string;
    readonly title: string;
    readonly role: "commune_official" | "provincial_officer";
  },
): Promise<Result<LearnerCard, AppointOfficerRefusal>> {
  const { communeId, fullName, title, role } = input;
  const now = deps.now();
  const pin = freshPin();
  const pinHash = await hashPin(pin);
  return deps.transact("everywhere", async (db) => {
    if ((await countPeople(db)).sample > 0) return refuse({ code: "sample-present" });
    const commune = await findPlace(db, communeId);
    if (commune?.kind !== "commune") return refuse({ code: "commune-unknown" });

    const [village] = await villagesOf(db, communeId);
    const villageId = village?.id ?? PlaceId.parse(deps.newId());
    if (village === undefined) {
      await insertVillage(db, {
        id: villageId,
        communeId,
        provinceId: commune.provinceId,
        type: "khu",
        name: "Trung tâm",
        validFrom: dayOf(now),
        sample: false,
      });
    }
    const personId = PersonId.parse(deps.newId());
    const cardCode = await freshCardCode(db);
    await insertPerson(db, {
      communeId,
      id: personId,
      villageId,
      fullName,
      birth: { precision: "unknown" },
      sex: "unstated",
      languages: ["vi"],
      citizenGroup: "tri-thuc",
      sample: false,
      createdAt: now,
      account: { id: AccountId.parse(deps.newId()), cardCode, phone: null, pinHash },
      consent: {
        id: deps.newId(),
        version: CONSENT_VERSION,
        language: "vi",
        givenBy: "self",
        explainedBy: "Người quản trị máy chủ",
      },
    });
    await insertOffice(db, {
      communeId,
      id: deps.newId(),
      personId,
      role,
      placeId: role === "provincial_officer" ? commune.provinceId : communeId,
      title,
      validFrom: dayOf(now),
      grantedAt: now,
    });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: { personId: null, name: "Người quản trị máy chủ", office: "" },
        action: "office.granted",
        subjectKind: "person",
        subjectId: personId,
        detail: { role, title },
      },
    ]);
    return accept({ personId, villageId, fullName, cardCode, pin });
  });
}
