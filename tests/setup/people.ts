import { v7 as uuidv7 } from "uuid";

import type { Transact } from "#app/db/index.server.ts";
import { type Actor, CONSENT_VERSION } from "#app/domain/identity/index.ts";
import {
  findActor,
  hashPin,
  insertOffice,
  insertPerson,
} from "#app/domain/identity/index.server.ts";
import { AccountId, Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { insertVillage } from "#app/domain/places/index.server.ts";
import { communeIdOfCode, provinceIdOfCode } from "#app/domain/places/index.ts";

export const NOW = new Date("2026-11-22T03:00:00Z");
export const PIN = "482913";
export const LAO_CAI = provinceIdOfCode("15");
export const BAC_HA = communeIdOfCode("02839");
export const TA_VAN = communeIdOfCode("03037");

export async function addVillage(
  transact: Transact,
  { communeId = BAC_HA, name = "Hoa Mận" } = {},
): Promise<PlaceId> {
  const id = PlaceId.parse(uuidv7());
  await transact("everywhere", (db) =>
    insertVillage(db, {
      id,
      communeId,
      provinceId: LAO_CAI,
      type: "thôn",
      name,
      validFrom: Day.parse("2026-01-01"),
      sample: false,
    }),
  );
  return id;
}

interface PersonOptions {
  readonly communeId?: PlaceId;
  readonly villageId: PlaceId;
  readonly fullName?: string;
  readonly cardCode?: string;
  readonly phone?: string | null;
  readonly pin?: string;
  /** Office held from the first day of the year. */
  readonly office?: {
    readonly role: "village_attestor" | "commune_official" | "provincial_officer" | "promoter";
    readonly placeId: PlaceId;
    readonly title?: string;
  };
}

let cards = 0;

/** Somebody with an account, and who she is to the use cases. */
export async function addPerson(transact: Transact, options: PersonOptions): Promise<Actor> {
  const { communeId = BAC_HA, villageId, fullName = "Giàng Thị Mỷ", office } = options;
  const personId = PersonId.parse(uuidv7());
  const accountId = AccountId.parse(uuidv7());
  cards += 1;
  // Octal digits moved up by two are letters of a card.
  const tail = cards
    .toString(8)
    .padStart(4, "0")
    .replaceAll(/\d/gu, (digit) => String(Number(digit) + 2));
  const cardCode = options.cardCode ?? `AAAA${tail}`;
  const pinHash = options.pin === undefined ? "no pin" : await hashPin(options.pin);
  await transact("everywhere", async (db) => {
    await insertPerson(db, {
      communeId,
      id: personId,
      villageId,
      fullName,
      birth: { precision: "year", day: Day.parse("1990-01-01") },
      sex: "female",
      languages: ["hmn", "vi"],
      citizenGroup: "nong-dan",
      sample: false,
      createdAt: NOW,
      account: { id: accountId, cardCode, phone: options.phone ?? null, pinHash },
      consent: {
        id: uuidv7(),
        version: CONSENT_VERSION,
        language: "hmn",
        givenBy: "self",
        explainedBy: "Cán bộ xã",
      },
    });
    if (office !== undefined) {
      await insertOffice(db, {
        communeId,
        id: uuidv7(),
        personId,
        role: office.role,
        placeId: office.placeId,
        title: office.title ?? "Trưởng thôn",
        validFrom: Day.parse("2026-01-01"),
        grantedAt: NOW,
      });
    }
  });
  const actor = await transact("everywhere", (db) =>
    findActor(db, { accountId, helper: null }, NOW),
  );
  if (actor === null) throw new Error("the person that was added is not found");
  return actor;
}
