import { v7 as uuidv7 } from "uuid";

import type { Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type AccountId, canonicalJson, type PlaceId, valueOf } from "#app/domain/kernel/index.ts";
import { provinceIdOfCode } from "#app/domain/places/index.ts";
import { ClientForm, type RecordFilter } from "#app/domain/record-office/index.ts";
import { browseRecords, makeClient } from "#app/domain/record-office/index.server.ts";
import type { Agent } from "#app/domain/xapi/index.ts";
import { storeStatements } from "#app/domain/xapi/index.server.ts";
import { addPerson, addVillage, BAC_HA, LAO_CAI, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test as base } from "#tests/setup/test-with-db.ts";

export const BASE_IRI = "https://nep-hoc.example/xapi";
const PRODUCT = {
  objectType: "Agent" as const,
  account: { homePage: BASE_IRI, name: "nep-hoc" },
};
export const TUYEN_QUANG = provinceIdOfCode("08");
const VERB = "http://adlnet.gov/expapi/verbs";

export interface Office {
  readonly deps: {
    transact: Transact;
    now: () => Date;
    newId: () => string;
    baseIri: string;
  };
  readonly villageId: PlaceId;
  /** Of the whole province of Lào Cai. */
  readonly officer: Actor;
  /** Of another province. */
  readonly otherOfficer: Actor;
  /** Of the commune of Bắc Hà. */
  readonly official: Actor;
  /** Of the commune next door. */
  readonly stranger: Actor;
  /** A resident of Bắc Hà, and one of the commune next door. */
  readonly my: Actor;
  readonly sua: Actor;
}

/** A province and two of its communes with their officials, and a learner in each. */
export const test = base.extend<{ readonly office: Office }>({
  office: async ({ database: { transact } }, use) => {
    const villageId = await addVillage(transact);
    const taVan = await addVillage(transact, { communeId: TA_VAN });
    const holding = (
      role: "provincial_officer" | "commune_official",
      placeId: PlaceId,
      fullName: string,
      home: { readonly communeId: PlaceId; readonly villageId: PlaceId },
    ) =>
      addPerson(transact, { ...home, fullName, office: { role, placeId, title: "Chuyên viên" } });
    const here = { communeId: BAC_HA, villageId };
    const there = { communeId: TA_VAN, villageId: taVan };
    await use({
      deps: { transact, now: () => NOW, newId: () => uuidv7(), baseIri: BASE_IRI },
      villageId,
      officer: await holding("provincial_officer", LAO_CAI, "Nguyễn Thị Hòa", here),
      otherOfficer: await holding("provincial_officer", TUYEN_QUANG, "Trần Văn Nam", here),
      official: await holding("commune_official", BAC_HA, "Lù Văn Sử", here),
      stranger: await holding("commune_official", TA_VAN, "Vàng A Pao", there),
      my: await addPerson(transact, { ...here, fullName: "Giàng Thị Mỷ" }),
      sua: await addPerson(transact, { ...there, fullName: "Sùng Thị Súa" }),
    });
  },
});

/** How statements name one of our residents. */
export const actorOf = ({ accountId }: { readonly accountId: AccountId }) => ({
  objectType: "Agent" as const,
  account: { homePage: BASE_IRI, name: accountId },
});

export const verb = (name: string) => ({ id: `${VERB}/${name}` });

/** What somebody did with the course "khoa-mau". */
export function did(
  who: { readonly accountId: AccountId },
  parts: Readonly<Record<string, unknown>> = {},
) {
  return {
    id: uuidv7(),
    actor: actorOf(who),
    verb: verb("completed"),
    object: {
      id: `${BASE_IRI}/khoa-hoc/khoa-mau`,
      definition: { name: { vi: "Khóa mẫu" } },
    },
    timestamp: "2026-11-20T01:00:00Z",
    ...parts,
  };
}

export const voiding = (who: { readonly accountId: AccountId }, targetId: string) =>
  did(who, { verb: verb("voided"), object: { objectType: "StatementRef", id: targetId } });

export async function store(
  transact: Transact,
  statements: readonly unknown[],
  options: {
    readonly communeId?: PlaceId;
    readonly authority?: Agent;
    readonly storedAt?: Date;
  } = {},
): Promise<void> {
  const { communeId = BAC_HA, authority = PRODUCT, storedAt = NOW } = options;
  const outcomes = await transact([communeId], (db) =>
    storeStatements(db, { communeId, authority, storedAt, statements }),
  );
  const failed = outcomes.filter(({ outcome }) => outcome !== "stored");
  if (failed.length > 0) throw new Error(canonicalJson(failed.map((each) => ({ ...each }))));
}

export const NO_FILTER: RecordFilter = {
  personId: null,
  verb: null,
  activity: null,
  from: null,
  to: null,
  voidedOnly: false,
};

export const BAC_HA_DESK = { kind: "commune" as const, placeId: BAC_HA };
export const PROVINCE_DESK = { kind: "province" as const, placeId: LAO_CAI };

/** The ids that a commune's official finds by a filter, the newest first. */
export async function found(
  { deps, official }: Pick<Office, "deps" | "official">,
  filter: Partial<RecordFilter> = {},
): Promise<readonly string[]> {
  const input = { desk: BAC_HA_DESK, filter: { ...NO_FILTER, ...filter }, after: null };
  const { lines } = valueOf(await browseRecords(deps, official, input));
  return lines.map(({ statementId }) => statementId);
}

/** What an officer types to let a program in. */
export const typedClient = (typed: Readonly<Record<string, unknown>> = {}) =>
  ClientForm.parse({
    name: "Trường THPT số 1",
    placeId: LAO_CAI,
    reach: "province",
    entry: { kind: "secret" },
    scopes: ["statements/write", "state"],
    lastDay: "31/12/2027",
    requestsPerMinute: "6.000",
    ...typed,
  });

export async function givenClient(
  { deps, officer }: Pick<Office, "deps" | "officer">,
  typed: Readonly<Record<string, unknown>> = {},
) {
  const input = { provinceId: LAO_CAI, clientId: uuidv7(), form: typedClient(typed) };
  return valueOf(await makeClient(deps, officer, input));
}

/** How the record store vouches for what a client sends. */
export const authorityOf = (client: { readonly clientId: string; readonly name: string }) => ({
  objectType: "Agent" as const,
  name: client.name,
  account: { homePage: BASE_IRI, name: `client:${client.clientId}` },
});

/** The chain of a place: what was done, by whom, in which office, with which detail. */
export const chainOf = (transact: Transact, communeId: PlaceId) =>
  transact("everywhere", async (db) =>
    (await db.auditEntry.findMany({ where: { communeId }, orderBy: { sequence: "asc" } })).map(
      ({ action, actorName, actorOffice, subjectId, detail }) => ({
        action,
        actorName,
        actorOffice,
        subjectId,
        detail: JSON.parse(detail) as unknown,
      }),
    ),
  );
