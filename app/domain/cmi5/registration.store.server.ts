import type { Db } from "#app/db/index.server.ts";
import { AccountId, PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { UnitState, UnitStates } from "./rollup.ts";

/** One learner in one version of a package. */
export interface Registration {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly personId: PersonId;
  readonly accountId: AccountId;
  readonly packageId: string;
  readonly versionId: string;
  readonly createdAt: Date;
  readonly satisfiedBlocks: readonly string[];
  readonly satisfiedAt: Date | null;
}

type Row = Omit<Registration, "communeId" | "personId" | "accountId"> & {
  readonly communeId: string;
  readonly personId: string;
  readonly accountId: string;
};

const registrationOf = (row: Row): Registration => ({
  ...row,
  communeId: PlaceId.parse(row.communeId),
  personId: PersonId.parse(row.personId),
  accountId: AccountId.parse(row.accountId),
});

interface Learner {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
}

/** Makes what is written about one learner's registrations follow one another. */
export async function lockLearner(db: Db, { communeId, personId }: Learner): Promise<void> {
  await db.$executeRaw`
    SELECT 1 FROM person WHERE commune_id = ${communeId}::uuid AND id = ${personId}::uuid
    FOR NO KEY UPDATE`;
}

/** The newest registration in a package, or null. */
export async function findRegistration(
  db: Db,
  { communeId, personId }: Learner,
  packageId: string,
): Promise<Registration | null> {
  const row = await db.cmi5Registration.findFirst({
    where: { communeId, personId, packageId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return row === null ? null : registrationOf(row);
}

export async function findRegistrations(
  db: Db,
  where: { readonly communeId?: PlaceId; readonly personId?: PersonId } = {},
): Promise<readonly Registration[]> {
  const rows = await db.cmi5Registration.findMany({ where, orderBy: { createdAt: "desc" } });
  return rows.map(registrationOf);
}

export async function findRegistrationById(
  db: Db,
  communeId: PlaceId,
  id: string,
): Promise<Registration | null> {
  const row = await db.cmi5Registration.findUnique({ where: { communeId_id: { communeId, id } } });
  return row === null ? null : registrationOf(row);
}

export async function insertRegistration(db: Db, registration: Registration): Promise<void> {
  const { satisfiedBlocks, ...rest } = registration;
  await db.cmi5Registration.create({ data: { ...rest, satisfiedBlocks: [...satisfiedBlocks] } });
}

export async function saveSatisfaction(
  db: Db,
  { communeId, id }: Registration,
  said: { readonly blocks: readonly string[]; readonly satisfiedAt: Date | null },
): Promise<void> {
  await db.cmi5Registration.update({
    where: { communeId_id: { communeId, id } },
    data: { satisfiedBlocks: [...said.blocks], satisfiedAt: said.satisfiedAt },
  });
}

export async function findUnits(db: Db, { communeId, id }: Registration): Promise<UnitStates> {
  const rows = await db.cmi5Unit.findMany({ where: { communeId, registrationId: id } });
  return new Map(
    rows.map(({ unit, openedAt, completedAt, passedAt, waivedAt, bestScaled }) => [
      unit,
      { openedAt, completedAt, passedAt, waivedAt, bestScaled },
    ]),
  );
}

export async function saveUnit(
  db: Db,
  { communeId, id: registrationId }: Registration,
  unit: string,
  state: UnitState,
): Promise<void> {
  await db.cmi5Unit.upsert({
    where: { communeId_registrationId_unit: { communeId, registrationId, unit } },
    create: { communeId, registrationId, unit, ...state },
    update: state,
  });
}
