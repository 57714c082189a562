import type { Db } from "#app/db/index.server.ts";
import type { AccountId, Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { searchKey } from "#app/domain/kernel/index.ts";

import type { Birth } from "./people.ts";

export interface NewPerson {
  readonly communeId: PlaceId;
  readonly id: PersonId;
  readonly villageId: PlaceId;
  readonly fullName: string;
  readonly birth: Birth;
  readonly sex: "female" | "male" | "unstated";
  /** ISO 639 codes of the languages spoken at home. */
  readonly languages: readonly string[];
  /** Code of a citizen group of the criteria set. */
  readonly citizenGroup: string;
  /** The registered adult who consented for a child. */
  readonly guardianId?: PersonId | undefined;
  readonly sample: boolean;
  readonly createdAt: Date;
  readonly account: {
    readonly id: AccountId;
    readonly cardCode: string;
    readonly phone: string | null;
    readonly pinHash: string;
  };
  readonly consent: {
    readonly id: string;
    readonly version: string;
    readonly language: string;
    readonly givenBy: "self" | "guardian";
    readonly explainedBy: string;
  };
}

const CONSENT_PURPOSE = "learning-record";

/** A person with the way in and the consent, all or nothing. */
export async function insertPerson(db: Db, person: NewPerson): Promise<void> {
  if (!(await insertPersonOnce(db, person)))
    throw new Error(`person ${person.id} is there already`);
}

/** False, and nothing written, when somebody has that id already, also by a press at the same time. */
export async function insertPersonOnce(db: Db, person: NewPerson): Promise<boolean> {
  const { communeId, id, account, consent, birth, createdAt } = person;
  const { count } = await db.person.createMany({
    data: {
      communeId,
      id,
      villageId: person.villageId,
      fullName: person.fullName,
      searchName: searchKey(person.fullName),
      birthDate: birth.precision === "unknown" ? null : new Date(birth.day),
      birthPrecision: birth.precision,
      sex: person.sex,
      languages: [...person.languages],
      citizenGroup: person.citizenGroup,
      guardianId: person.guardianId ?? null,
      sample: person.sample,
      createdAt,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await db.consent.create({
    data: { communeId, personId: id, purpose: CONSENT_PURPOSE, givenAt: createdAt, ...consent },
  });
  await db.account.create({ data: { communeId, personId: id, createdAt, ...account } });
  return true;
}

export interface NewOffice {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly personId: PersonId;
  readonly role: "village_attestor" | "commune_official" | "provincial_officer" | "promoter";
  readonly placeId: PlaceId;
  readonly title: string;
  readonly validFrom: Day;
  readonly grantedAt: Date;
}

export async function insertOffice(db: Db, office: NewOffice): Promise<void> {
  await db.office.create({ data: { ...office, validFrom: new Date(office.validFrom) } });
}

/** People in the database, made up or not. */
export async function countPeople(
  db: Db,
): Promise<{ readonly sample: number; readonly real: number }> {
  const [sample, real] = [
    await db.person.count({ where: { sample: true } }),
    await db.person.count({ where: { sample: false } }),
  ];
  return { sample, real };
}

export async function isCardCodeFree(db: Db, cardCode: string): Promise<boolean> {
  return (await db.account.findUnique({ where: { cardCode }, select: { id: true } })) === null;
}

/** Whether a place is that commune itself or one of its villages. */
export async function isPlaceWithin(db: Db, placeId: string, communeId: string): Promise<boolean> {
  return placeId === communeId || (await isVillageOf(db, placeId, communeId));
}

export async function isVillageOf(db: Db, villageId: string, communeId: string): Promise<boolean> {
  return (await db.place.count({ where: { id: villageId, communeId, kind: "village" } })) === 1;
}
