import { randomBytes } from "node:crypto";

import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Transact } from "#app/db/index.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { listVillagePeople } from "#app/domain/evaluation/index.server.ts";
import { type Actor, AttestorForm, RegistrationForm } from "#app/domain/identity/index.ts";
import {
  addVillage,
  appointAttestor,
  dismissAttestor,
  findActor,
  listPeople,
  listVillages,
  openSessions,
  readPerson,
  registerPerson,
  resetPin,
  signIn,
} from "#app/domain/identity/index.server.ts";
import { PersonId, PlaceId, valueOf } from "#app/domain/kernel/index.ts";
import { VillageForm } from "#app/domain/places/index.ts";
import { openTryLimit } from "#app/server/try-limits.server.ts";
import {
  addPerson,
  addVillage as givenVillage,
  BAC_HA,
  LAO_CAI,
  NOW,
  TA_VAN,
} from "#tests/setup/people.ts";
import { test as base } from "#tests/setup/test-with-db.ts";

import { depsOf } from "./evaluation-factory.ts";

interface Desk {
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

const test = base.extend<{ readonly desk: Desk }>({
  desk: async ({ database: { transact } }, use) => {
    const deps = { transact, now: () => NOW, newId: () => uuidv7() };
    const villageId = await givenVillage(transact);
    const office = { role: "commune_official" as const, placeId: BAC_HA, title: "Công chức" };
    const official = await addPerson(transact, { villageId, fullName: "Lù Văn Sử", office });
    const stranger = await addPerson(transact, {
      communeId: TA_VAN,
      villageId: await givenVillage(transact, { communeId: TA_VAN }),
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

const TYPED = {
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

const freshId = () => PersonId.parse(uuidv7());

async function trySignIn({ deps }: Desk, url: string, login: string, pin: string) {
  const pool = new pg.Pool({ connectionString: url, options: "-c role=nephoc_app" });
  const limit = (name: string) => openTryLimit(pool, { name, tries: 5, windowSeconds: 900 });
  const result = await signIn(
    {
      ...deps,
      loginTries: limit("login"),
      addressTries: limit("address"),
      deviceKey: randomBytes(32),
    },
    { login, pin, device: null, address: "203.0.113.9" },
  );
  await pool.end();
  return result;
}

const countPeople = (transact: Transact) =>
  transact("everywhere", async (db) => ({
    people: await db.person.count(),
    accounts: await db.account.count(),
    consents: await db.consent.count(),
  }));

const auditOf = (transact: Transact, subjectId: string) =>
  transact("everywhere", async (db) =>
    (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } })).map(
      ({ action, actorName, actorOffice }) => `${action} | ${actorName} | ${actorOffice}`,
    ),
  );

test("whom the commune registers signs in with the card and the PIN", async ({
  database: { url, transact },
  desk,
}) => {
  const card = valueOf(await desk.register());

  const signedIn = await trySignIn(desk, url, card.cardCode, card.pin);

  expect(signedIn).toMatchObject({ ok: true, value: { account: { personId: card.personId } } });
  const kept = await transact("everywhere", (db) => db.account.findMany());
  expect(JSON.stringify(kept)).not.toContain(card.pin);
  const consent = await transact("everywhere", (db) =>
    db.consent.findFirst({ where: { personId: card.personId } }),
  );
  expect(consent).toMatchObject({ language: "hmn", givenBy: "self", explainedBy: "Lù Văn Sử" });
  expect(await auditOf(transact, card.personId)).toEqual([
    "person.registered | Lù Văn Sử | Công chức, Xã Bắc Hà",
  ]);
  const audit = await transact("everywhere", (db) => verifyAudit(db));
  expect(audit.faults).toEqual([]);
});

test("without her yes nothing is stored", async ({ database: { transact }, desk }) => {
  const before = await countPeople(transact);

  for (const consent of ["", "no", "on"]) {
    const read = RegistrationForm.safeParse({ ...TYPED, villageId: desk.villageId, consent });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["consent"]);
    expect(() => desk.register({ consent })).toThrow();
  }

  expect(await countPeople(transact)).toEqual(before);
});

test("a form sent twice, or pressed twice at once, is one person", async ({
  database: { transact },
  desk,
}) => {
  const before = await countPeople(transact);
  const personId = freshId();

  const pressed = await Promise.all([
    desk.register({}, { personId }),
    desk.register({}, { personId }),
    desk.register({}, { personId }),
  ]);
  const reloaded = await desk.register({}, { personId });

  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(reloaded).toEqual({ ok: false, refusal: { code: "already-registered", personId } });
  expect((await countPeople(transact)).people).toBe(before.people + 1);
});

test("a form that was gone back to and filled in for somebody else is somebody else", async ({
  desk,
}) => {
  const personId = freshId();
  await desk.register({}, { personId });

  const other = valueOf(await desk.register({ fullName: "Sùng A Páo" }, { personId }));

  expect(other.personId).not.toBe(personId);
});

test("an id that somebody in another commune has registers nobody", async ({
  database: { transact },
  desk,
}) => {
  const before = await countPeople(transact);

  const result = await desk.register({}, { personId: desk.stranger.personId });

  expect(result).toMatchObject({ refusal: { code: "already-registered" } });
  expect(await countPeople(transact)).toEqual(before);
});

test("people who may be the same one are shown before anything is written", async ({ desk }) => {
  const first = valueOf(await desk.register());

  const again = await desk.register({ fullName: "giang thi do" });
  expect(again).toMatchObject({
    refusal: {
      code: "namesakes",
      namesakes: [{ personId: first.personId, birthYear: 1988, villageName: "Thôn Hoa Mận" }],
    },
  });
  expect(await desk.register({ birth: "" })).toMatchObject({ refusal: { code: "namesakes" } });
  expect(await desk.register({ birth: "1991" })).toMatchObject({ ok: true });

  const seen = await desk.register({}, { namesakesSeen: [first.personId] });
  expect(seen).toMatchObject({ ok: true });
});

test("for a child a registered adult of the commune consents", async ({
  database: { transact },
  desk,
}) => {
  const mother = valueOf(await desk.register());
  const child = { fullName: "Giàng A Sò", birth: "01/12/2010" };

  expect(await desk.register(child)).toMatchObject({ refusal: { code: "guardian-needed" } });
  expect(await desk.register({ ...child, guardianCard: "ZZZZ-2345" })).toMatchObject({
    refusal: { code: "guardian-unknown" },
  });
  const registered = valueOf(await desk.register({ ...child, guardianCard: mother.cardCode }));

  const file = valueOf(
    await readPerson(desk.deps, desk.official, {
      communeId: BAC_HA,
      personId: registered.personId,
    }),
  );
  expect(file).toMatchObject({ guardianName: "Giàng Thị Dợ", consent: { givenBy: "guardian" } });
  expect(await auditOf(transact, registered.personId)).toHaveLength(2);
  expect(await desk.register({ fullName: "Giàng A Lử", birth: "22/11/2010" })).toMatchObject({
    ok: true,
  });
});

test("what cannot be is refused: a birth to come, a village of another commune", async ({
  desk,
}) => {
  expect(await desk.register({ birth: "23/11/2026" })).toMatchObject({
    refusal: { code: "birth-in-future" },
  });
  expect(await desk.register({ villageId: desk.stranger.villageId })).toMatchObject({
    refusal: { code: "village-unknown" },
  });
});

test("a new PIN opens the way in, ends her sessions, and the old one is void", async ({
  database: { url, transact },
  desk,
}) => {
  const card = valueOf(await desk.register());
  const account = valueOf(await trySignIn(desk, url, card.cardCode, card.pin)).account;
  const sessions = openSessions({ transact, now: () => new Date(), secure: false });
  const cookie = (await sessions.begin(account)).split(";")[0] ?? "";
  const person = { communeId: BAC_HA, personId: card.personId };
  const { pinMark } = valueOf(await readPerson(desk.deps, desk.official, person));

  const fresh = valueOf(await resetPin(desk.deps, desk.official, { ...person, pinMark }));

  expect(await sessions.read(cookie)).toBeNull();
  expect(fresh.cardCode).toBe(card.cardCode);
  expect(await trySignIn(desk, url, card.cardCode, card.pin)).toMatchObject({ ok: false });
  expect(await trySignIn(desk, url, card.cardCode, fresh.pin)).toMatchObject({ ok: true });
  expect(await resetPin(desk.deps, desk.official, { ...person, pinMark })).toMatchObject({
    refusal: { code: "pin-changed" },
  });
  expect(await auditOf(transact, card.personId)).toContain(
    "account.pin-reset | Lù Văn Sử | Công chức, Xã Bắc Hà",
  );
});

test("nobody gives himself a PIN, nor one to an officer of the province or of another commune", async ({
  database: { transact },
  desk: { deps, official, villageId },
}) => {
  const withOffice = (role: "provincial_officer" | "commune_official", placeId: PlaceId) =>
    addPerson(transact, { villageId, office: { role, placeId } });
  const provincial = await withOffice("provincial_officer", LAO_CAI);
  const elsewhere = await withOffice("commune_official", TA_VAN);
  const reset = async ({ personId }: Actor) => {
    const person = { communeId: BAC_HA, personId };
    const { pinMark } = valueOf(await readPerson(deps, official, person));
    return resetPin(deps, official, { ...person, pinMark });
  };

  expect(await reset(official)).toMatchObject({ refusal: { code: "own-account" } });
  expect(await reset(provincial)).toMatchObject({ refusal: { code: "office-beyond" } });
  expect(await reset(elsewhere)).toMatchObject({ refusal: { code: "office-beyond" } });
});

test("whom the commune appoints answers for the village from that day, and no longer when dismissed", async ({
  database: { transact },
  desk: { deps, official, villageId },
}) => {
  const { accountId, personId } = await addPerson(transact, { villageId });
  const person = { communeId: BAC_HA, personId };
  const form = AttestorForm.parse({ villageId, title: " Trưởng  thôn " });
  const appointed = { ...person, officeId: uuidv7(), form };
  const attestor = () => transact("everywhere", (db) => findActor(db, accountId, NOW));
  const officesOf = async () => (await attestor())?.offices;
  const residentsSeen = async () => {
    const actor = await attestor();
    if (actor === null) return null;
    const listed = await listVillagePeople(depsOf(transact), actor, { villageId });
    return listed.ok ? listed.value.people.map(({ fullName }) => fullName) : listed.refusal.code;
  };

  expect(await appointAttestor(deps, official, appointed)).toMatchObject({ ok: true });
  expect(await appointAttestor(deps, official, appointed)).toMatchObject({ ok: true });
  expect(await appointAttestor(deps, official, { ...appointed, officeId: uuidv7() })).toMatchObject(
    { refusal: { code: "already-attestor" } },
  );
  expect(await residentsSeen()).toEqual(["Giàng Thị Mỷ", "Lù Văn Sử"]);
  expect(await officesOf()).toMatchObject([
    { role: "village_attestor", placeId: villageId, title: "Trưởng thôn", communeId: BAC_HA },
  ]);
  expect(valueOf(await listVillages(deps, official, person))).toMatchObject([
    { villageName: "Thôn Hoa Mận", people: 2, attestors: [{ personId, title: "Trưởng thôn" }] },
  ]);

  expect(await dismissAttestor(deps, official, appointed)).toMatchObject({ ok: true });
  expect(await dismissAttestor(deps, official, appointed)).toMatchObject({ ok: true });
  expect(await officesOf()).toEqual([]);
  expect(await residentsSeen()).toBe("outside-village");
  expect(await auditOf(transact, personId)).toEqual([
    "office.granted | Lù Văn Sử | Công chức, Xã Bắc Hà",
    "office.ended | Lù Văn Sử | Công chức, Xã Bắc Hà",
  ]);
  expect(await appointAttestor(deps, official, appointed)).toMatchObject({ ok: true });
  expect(await officesOf()).toHaveLength(1);
});

test("nobody appoints or dismisses himself", async ({ desk: { deps, official, villageId } }) => {
  const self = { communeId: BAC_HA, personId: official.personId, officeId: uuidv7() };
  const form = AttestorForm.parse({ villageId, title: "Trưởng thôn" });

  expect(await appointAttestor(deps, official, { ...self, form })).toMatchObject({
    refusal: { code: "oneself" },
  });
  expect(await dismissAttestor(deps, official, self)).toMatchObject({
    refusal: { code: "oneself" },
  });
});

test("a village's name is there once, marks aside; a second press adds nothing", async ({
  desk: { deps, official },
}) => {
  const add = (type: string, name: string, villageId = PlaceId.parse(uuidv7())) =>
    addVillage(deps, official, {
      communeId: BAC_HA,
      villageId,
      form: VillageForm.parse({ type, name }),
    });
  const villageId = PlaceId.parse(uuidv7());

  expect(await add("bản", "Bản Nà Lồ", villageId)).toMatchObject({
    value: { villageName: "Bản Nà Lồ" },
  });
  expect(await add("bản", "Nà Lồ", villageId)).toMatchObject({ value: { villageId } });
  expect(await add("bản", "na lo")).toMatchObject({ refusal: { code: "name-taken" } });
  expect(await add("tổ dân phố", "Nà Lồ", villageId)).toMatchObject({ ok: true });
  const races = await Promise.all([add("thôn", "Số 9"), add("thôn", "Số 9")]);
  expect(races.filter(({ ok }) => ok)).toHaveLength(1);

  const listed = valueOf(await listVillages(deps, official, { communeId: BAC_HA }));
  expect(listed.map(({ villageName }) => villageName)).toEqual([
    "Thôn Hoa Mận",
    "Bản Nà Lồ",
    "Tổ dân phố Nà Lồ",
    "Thôn Số 9",
  ]);
  expect(VillageForm.safeParse({ type: "huyện", name: "Bắc Hà" }).success).toBe(false);
  expect(VillageForm.safeParse({ type: "thôn", name: " - " }).success).toBe(false);
});

test("the list is found without marks, in Vietnamese order, fifty to a page", async ({
  database: { transact },
  desk: { deps, official, villageId },
}) => {
  for (const fullName of ["Đặng A Tài", "Dương Văn Bình", "Ánh Thị Mai"]) {
    await addPerson(transact, { villageId, fullName });
  }
  const other = await givenVillage(transact, { name: "Lử Thẩn" });
  for (let count = 0; count < 50; count += 1) {
    await addPerson(transact, { villageId: other, fullName: `Vàng A Chú ${count}` });
  }
  const list = async (asked: Partial<Parameters<typeof listPeople>[2]>) =>
    valueOf(await listPeople(deps, official, { communeId: BAC_HA, ...asked }));

  const found = await list({ search: "dang a TAI" });
  expect(found.people).toMatchObject([
    { fullName: "Đặng A Tài", birthYear: 1990, villageName: "Thôn Hoa Mận" },
  ]);
  expect(found.people[0]?.cardLast4).toHaveLength(4);
  const inVillage = await list({ villageId });
  expect(inVillage.people.map(({ fullName }) => fullName)).toEqual([
    "Ánh Thị Mai",
    "Dương Văn Bình",
    "Đặng A Tài",
    "Lù Văn Sử",
  ]);
  expect(await list({ page: 99 })).toMatchObject({ found: 54, page: 2, pages: 2 });
  expect((await list({ search: "%" })).found).toBe(54);
});

test("another commune's official is refused everything", async ({
  database: { transact },
  desk: { deps, official, stranger, villageId },
}) => {
  const { personId } = await addPerson(transact, { villageId });
  const before = await countPeople(transact);
  const person = { communeId: BAC_HA, personId };
  const { pinMark } = valueOf(await readPerson(deps, official, person));
  const form = RegistrationForm.parse({ ...TYPED, villageId });
  const asked = { ...person, personId: freshId(), form, namesakesSeen: [] };
  const village = {
    communeId: BAC_HA,
    villageId: PlaceId.parse(uuidv7()),
    form: VillageForm.parse({ type: "bản", name: "Lùng" }),
  };
  const office = {
    ...person,
    officeId: uuidv7(),
    form: AttestorForm.parse({ villageId, title: "Trưởng thôn" }),
  };

  for (const refused of [
    await addVillage(deps, stranger, village),
    await listVillages(deps, stranger, person),
    await listPeople(deps, stranger, person),
    await readPerson(deps, stranger, person),
    await registerPerson(deps, stranger, asked),
    await resetPin(deps, stranger, { ...person, pinMark }),
    await appointAttestor(deps, stranger, office),
    await dismissAttestor(deps, stranger, office),
  ]) {
    expect(refused).toEqual({ ok: false, refusal: { code: "not-official" } });
  }
  const own = { ...person, communeId: TA_VAN };
  expect(await readPerson(deps, stranger, own)).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(await resetPin(deps, stranger, { ...own, pinMark })).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(await appointAttestor(deps, stranger, { ...office, communeId: TA_VAN })).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(await countPeople(transact)).toEqual(before);
});
