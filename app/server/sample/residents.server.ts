import type { Db } from "#app/db/index.server.ts";
import { CONSENT_VERSION } from "#app/domain/identity/index.ts";
import { insertOffice, insertPerson } from "#app/domain/identity/index.server.ts";
import { AccountId, Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { communeIdOfCode, placeTitle, provinceIdOfCode } from "#app/domain/places/index.ts";
import { insertVillage } from "#app/domain/places/index.server.ts";

import type { Dice } from "./dice.ts";
import { inventPerson, type SampleNames } from "./people.ts";

/** Somebody of the sample province, with what is needed to let her act. */
export interface Resident {
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly communeId: PlaceId;
  readonly villageId: PlaceId;
  readonly fullName: string;
  readonly cardCode: string;
  readonly phone: string | null;
}

export interface SampleVillage {
  readonly id: PlaceId;
  readonly name: string;
  readonly attestor: Resident;
  readonly residents: readonly Resident[];
  /** Who leads classes there; in the first village of a commune alone. */
  readonly promoter: Resident | null;
}

export interface SampleCommune {
  readonly id: PlaceId;
  readonly official: Resident;
  readonly villages: readonly SampleVillage[];
}

const RESIDENTS_A_VILLAGE = 8;
export const REGISTERED_AT = new Date("2026-01-12T02:00:00Z");
const OFFICE_FROM = Day.parse("2026-01-01");

interface Settling {
  readonly db: Db;
  readonly dice: Dice;
  readonly names: SampleNames;
  readonly pinHash: string;
  /** Code of the citizen group that everybody is put in. */
  readonly citizenGroup: string;
  /** Residents are registered a second apart, so that their order can be told later. */
  readonly nextInstant: () => Date;
}

/** Villages, people, accounts and offices; everything marked as sample data. */
export async function settle(settling: Settling): Promise<{
  readonly communes: readonly SampleCommune[];
  readonly provincial: Resident;
}> {
  const { db, dice, names } = settling;
  const provinceId = provinceIdOfCode(names.provinceCode);
  const communes: SampleCommune[] = [];
  for (const { code, groups, villages } of names.communes) {
    const communeId = communeIdOfCode(code);
    const settled: SampleVillage[] = [];
    for (const { type, name } of villages) {
      const villageId = PlaceId.parse(dice.id(REGISTERED_AT));
      await insertVillage(db, {
        id: villageId,
        communeId,
        provinceId,
        type,
        name,
        validFrom: OFFICE_FROM,
        sample: true,
      });
      const home = { communeId, villageId, groups };
      const attestor = await addResident(settling, home);
      await appoint(settling, attestor, "village_attestor", villageId, "Trưởng thôn");
      const residents: Resident[] = [];
      for (let count = 0; count < RESIDENTS_A_VILLAGE; count += 1) {
        residents.push(await addResident(settling, home));
      }
      settled.push({
        id: villageId,
        name: placeTitle({ type, name }),
        attestor,
        residents,
        promoter: settled.length === 0 ? (residents.at(-1) ?? null) : null,
      });
    }
    const [first] = settled;
    if (first === undefined) throw new Error(`sample commune ${code} has no village`);
    const official = await addResident(settling, { communeId, villageId: first.id, groups });
    await appoint(settling, official, "commune_official", communeId, "Công chức Văn hóa – Xã hội");
    communes.push({ id: communeId, official, villages: settled });
  }

  const provincial = await settleProvince(settling, provinceId, communes[0]);
  for (const { id, promoter } of communes.flatMap((commune) => commune.villages)) {
    if (promoter !== null) await appoint(settling, promoter, "promoter", id, "Người hướng dẫn");
  }
  return { communes, provincial };
}

/** The province's officer lives in the first village. */
async function settleProvince(
  settling: Settling,
  provinceId: PlaceId,
  first: SampleCommune | undefined,
): Promise<Resident> {
  const village = first?.villages[0];
  if (first === undefined || village === undefined) throw new Error("the sample has no commune");
  const home = { communeId: first.id, villageId: village.id, groups: ["vi"] };
  const provincial = await addResident(settling, home);
  await appoint(
    settling,
    provincial,
    "provincial_officer",
    provinceId,
    "Chuyên viên Sở Giáo dục và Đào tạo",
  );
  return provincial;
}

async function addResident(
  { db, dice, names, pinHash, citizenGroup, nextInstant }: Settling,
  home: {
    readonly communeId: PlaceId;
    readonly villageId: PlaceId;
    readonly groups: readonly string[];
  },
): Promise<Resident> {
  const person = inventPerson(dice, names, home.groups);
  const personId = PersonId.parse(dice.id(REGISTERED_AT));
  const accountId = AccountId.parse(dice.id(REGISTERED_AT));
  // 0000 at the front: no network in Viet Nam has such numbers, so nobody's phone is meant.
  const phone = dice.chance(70) ? `0000${String(dice.roll(1_000_000)).padStart(6, "0")}` : null;
  await insertPerson(db, {
    communeId: home.communeId,
    id: personId,
    villageId: home.villageId,
    fullName: person.fullName,
    birth: person.birth,
    sex: person.sex,
    languages: [...new Set([person.language, "vi"])],
    citizenGroup,
    sample: true,
    createdAt: nextInstant(),
    account: { id: accountId, cardCode: person.cardCode, phone, pinHash },
    consent: {
      id: dice.id(REGISTERED_AT),
      version: CONSENT_VERSION,
      language: person.language,
      givenBy: "self",
      explainedBy: "Người giải thích (dữ liệu mẫu)",
    },
  });
  return {
    accountId,
    personId,
    ...home,
    fullName: person.fullName,
    cardCode: person.cardCode,
    phone,
  };
}

async function appoint(
  { db, dice }: Settling,
  { communeId, personId }: Resident,
  role: "village_attestor" | "commune_official" | "provincial_officer" | "promoter",
  placeId: PlaceId,
  title: string,
): Promise<void> {
  await insertOffice(db, {
    communeId,
    id: dice.id(REGISTERED_AT),
    personId,
    role,
    placeId,
    title,
    validFrom: OFFICE_FROM,
    grantedAt: REGISTERED_AT,
  });
}
