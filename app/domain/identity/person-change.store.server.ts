import type { Db } from "#app/db/index.server.ts";
import { Day, PersonId, type PlaceId, searchKey } from "#app/domain/kernel/index.ts";

import type { SealedNationalId } from "./national-id.server.ts";
import type { Birth, PersonChange } from "./people.ts";

interface Whose {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
}

/** Keeps what was changed; a change that names nothing is none. */
export async function insertPersonChange(
  db: Db,
  { communeId, personId }: Whose,
  change: PersonChange & { readonly id: string },
): Promise<void> {
  await db.personChange.create({
    data: {
      ...change,
      communeId,
      personId,
      since: change.since === null ? null : new Date(change.since),
      before: { ...change.before },
      after: { ...change.after },
    },
  });
}

/** What was changed of a person, the newest first. */
export async function listPersonChanges(
  db: Db,
  { communeId, personId }: Whose,
): Promise<readonly PersonChange[]> {
  const rows = await db.personChange.findMany({
    where: { communeId, personId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: CHANGES_SHOWN,
  });
  return rows.map((row) => ({
    at: row.at,
    since: row.since === null ? null : Day.parse(row.since.toISOString().slice(0, 10)),
    kind: KINDS.find((kind) => kind === row.kind) ?? "corrected",
    before: textsOf(row.before),
    after: textsOf(row.after),
    reason: row.reason,
    byName: row.byName,
    byOffice: row.byOffice,
  }));
}

const CHANGES_SHOWN = 50;
const KINDS = ["corrected", "village", "moved", "died", "returned"] as const;

function textsOf(json: unknown): Readonly<Record<string, string>> {
  const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
  return Object.fromEntries(entries.map(([field, text]) => [field, String(text)]));
}

/** Writes the person as she is now known; undefined leaves the citizen's number as it is. */
export async function updatePerson(
  db: Db,
  { communeId, personId }: Whose,
  person: {
    readonly fullName: string;
    readonly birth: Birth;
    readonly sex: "female" | "male" | "unstated";
    readonly languages: readonly string[];
    readonly citizenGroup: string;
    readonly phone: string | null;
    readonly nationalId: SealedNationalId | null | undefined;
  },
): Promise<void> {
  const { nationalId, birth } = person;
  await db.person.update({
    where: { communeId_id: { communeId, id: personId } },
    data: {
      fullName: person.fullName,
      searchName: searchKey(person.fullName),
      birthDate: birth.precision === "unknown" ? null : new Date(birth.day),
      birthPrecision: birth.precision,
      sex: person.sex,
      languages: [...person.languages],
      citizenGroup: person.citizenGroup,
      ...(nationalId === undefined
        ? {}
        : {
            nationalIdCipher: nationalId?.cipher ?? null,
            nationalIdHash: nationalId?.hash ?? null,
            nationalIdLast4: nationalId?.last4 ?? null,
          }),
    },
  });
  await db.account.updateMany({ where: { communeId, personId }, data: { phone: person.phone } });
}

/** Who else has that citizen's number: the commune alone is told, no more, of whoever is elsewhere. */
export async function findNationalIdHolder(
  db: Db,
  hashes: readonly Uint8Array<ArrayBuffer>[],
  { communeId, personId }: Whose,
): Promise<{ readonly personId: PersonId } | "elsewhere" | null> {
  const rows = await db.person.findMany({
    where: { nationalIdHash: { in: [...hashes] }, erasedAt: null, NOT: { id: personId } },
    select: { id: true, communeId: true },
  });
  const here = rows.find((row) => row.communeId === communeId);
  if (here !== undefined) return { personId: PersonId.parse(here.id) };
  return rows.length === 0 ? null : "elsewhere";
}

/** From a day on she lives in another village, elsewhere, or here again; who died signs in no more. */
export async function writeResidence(
  db: Db,
  { communeId, personId }: Whose,
  to:
    | { readonly villageId: PlaceId }
    | { readonly ended: "moved" | "died"; readonly on: Day; readonly at: Date },
): Promise<void> {
  const where = { communeId_id: { communeId, id: personId } };
  if ("villageId" in to) {
    const { villageId } = to;
    await db.person.update({ where, data: { villageId, endedOn: null, endedHow: null } });
    await db.account.updateMany({ where: { communeId, personId }, data: { closedAt: null } });
    return;
  }
  await db.person.update({ where, data: { endedOn: new Date(to.on), endedHow: to.ended } });
  if (to.ended === "died") {
    await db.account.updateMany({ where: { communeId, personId }, data: { closedAt: to.at } });
    await db.$executeRaw`
      DELETE FROM session USING account a
      WHERE session.commune_id = ${communeId}::uuid AND a.commune_id = session.commune_id
        AND a.id = session.account_id AND a.person_id = ${personId}::uuid`;
  }
  await db.office.updateMany({
    where: { communeId, personId, validTo: null, role: { not: "provincial_officer" } },
    data: { validTo: new Date(to.on) },
  });
}
