import { v7 as uuidv7 } from "uuid";

import type { Transact } from "#app/db/index.server.ts";
import { type Actor, RegistrationForm } from "#app/domain/identity/index.ts";
import { registerPerson } from "#app/domain/identity/index.server.ts";
import { PersonId, type PlaceId } from "#app/domain/kernel/index.ts";
import { addPerson, addVillage, BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test as base } from "#tests/setup/test-with-db.ts";

export interface Desk {
  readonly deps: { transact: Transact; now: () => Date; newId: () => string };
  readonly villageId: PlaceId;
  readonly official: Actor;
  /** Of the commune next door. */
  readonly stranger: Actor;
  /** Registers somebody with what the official typed, on a form of its own. */
  readonly register: (
    typed?: Partial<Record<keyof RegistrationForm, string>>,
    sent?: { readonly personId?: PersonId; readonly namesakesSeen?: readonly string[] },
  ) => ReturnType<typeof registerPerson>;
}

/** A commune with a village, its official, and the official of another. */
export const test = base.extend<{ readonly desk: Desk }>({
  desk: async ({ database: { transact } }, use) => {
    const deps = { transact, now: () => NOW, newId: () => uuidv7() };
    const villageId = await addVillage(transact);
    const office = { role: "commune_official" as const, placeId: BAC_HA, title: "Công chức" };
    const official = await addPerson(transact, { villageId, fullName: "Lù Văn Sử", office });
    const stranger = await addPerson(transact, {
      communeId: TA_VAN,
      villageId: await addVillage(transact, { communeId: TA_VAN }),
      office: { ...office, placeId: TA_VAN },
    });
    await use({
      deps,
      villageId,
      official,
      stranger,
      register: (typed, sent) =>
        registerPerson(deps, official, {
          communeId: BAC_HA,
          personId: sent?.personId ?? freshId(),
          namesakesSeen: sent?.namesakesSeen ?? [],
          form: RegistrationForm.parse({ ...TYPED, villageId, ...typed }),
        }),
    });
  },
});

/** What an official types. */
export const TYPED = {
  fullName: "Giàng Thị Dợ",
  birth: "1988",
  sex: "female",
  language: "hmn",
  citizenGroup: "nong-dan",
  phone: "",
  guardianCard: "",
  consent: "yes",
  explainedBy: "Lù Văn Sử",
  explainedIn: "hmn",
};

export const freshId = () => PersonId.parse(uuidv7());

export const countPeople = (transact: Transact) =>
  transact("everywhere", async (db) => ({
    people: await db.person.count(),
    accounts: await db.account.count(),
    consents: await db.consent.count(),
  }));

/** What stands in the log about somebody: act, who, in which office. */
export const auditOf = (transact: Transact, subjectId: string) =>
  transact("everywhere", async (db) =>
    (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } })).map(
      ({ action, actorName, actorOffice }) => `${action} | ${actorName} | ${actorOffice}`,
    ),
  );
