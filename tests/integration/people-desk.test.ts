import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { listVillagePeople } from "#app/domain/evaluation/index.server.ts";
import { type Actor, AttestorForm, RegistrationForm } from "#app/domain/identity/index.ts";
import {
  addVillage,
  appointAttestor,
  dismissAttestor,
  findActor,
  listPeople,
  listVillages,
  readPerson,
  registerPerson,
  resetPin,
} from "#app/domain/identity/index.server.ts";
import { PlaceId, valueOf } from "#app/domain/kernel/index.ts";
import { VillageForm } from "#app/domain/places/index.ts";
import {
  addPerson,
  addVillage as givenVillage,
  BAC_HA,
  LAO_CAI,
  NOW,
  TA_VAN,
} from "#tests/setup/people.ts";

import { depsOf } from "./evaluation-factory.ts";
import { auditOf, countPeople, freshId, test, TYPED } from "./people-desk-factory.ts";

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
    return resetPin(deps, official, { ...person, pinMark: pinMark ?? "" });
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
  const attestor = () =>
    transact("everywhere", (db) => findActor(db, { accountId, helper: null }, NOW));
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
    { refusal: { code: "already-held" } },
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
  const add = (
    type: string,
    name: string,
    villageId = PlaceId.parse(uuidv7()),
    alikeSeen: readonly string[] = [],
  ) =>
    addVillage(deps, official, {
      communeId: BAC_HA,
      villageId,
      alikeSeen,
      form: VillageForm.parse({ type, name }),
    });
  const villageId = PlaceId.parse(uuidv7());

  expect(await add("bản", "Bản Nà Lồ", villageId)).toMatchObject({
    value: { villageName: "Bản Nà Lồ" },
  });
  expect(await add("bản", "Nà Lồ", villageId)).toMatchObject({ value: { villageId } });
  expect(await add("bản", "na lo")).toMatchObject({ refusal: { code: "name-taken" } });
  expect(await add("tổ dân phố", "Nà Lồ", villageId, [villageId])).toMatchObject({ ok: true });
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
    "Dương Văn Bình",
    "Ánh Thị Mai",
    "Lù Văn Sử",
    "Đặng A Tài",
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
    alikeSeen: [],
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
    await resetPin(deps, stranger, { ...person, pinMark: pinMark ?? "" }),
    await appointAttestor(deps, stranger, office),
    await dismissAttestor(deps, stranger, office),
  ]) {
    expect(refused).toEqual({ ok: false, refusal: { code: "not-official" } });
  }
  const own = { ...person, communeId: TA_VAN };
  expect(await readPerson(deps, stranger, own)).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(await resetPin(deps, stranger, { ...own, pinMark: pinMark ?? "" })).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(await appointAttestor(deps, stranger, { ...office, communeId: TA_VAN })).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(await countPeople(transact)).toEqual(before);
});

test("a village whose name differs only in the word for its kind is asked about before it is added", async ({
  desk: { deps, official },
}) => {
  const add = (type: string, name: string, alikeSeen: readonly string[] = []) =>
    addVillage(deps, official, {
      communeId: BAC_HA,
      villageId: PlaceId.parse(uuidv7()),
      alikeSeen,
      form: VillageForm.parse({ type, name }),
    });
  const { villageId } = valueOf(await add("thôn", "Nà Lồ"));
  const asked = {
    refusal: { code: "name-alike", alike: [{ villageId, villageName: "Thôn Nà Lồ" }] },
  };

  expect(await add("bản", "Na Lo")).toMatchObject(asked);
  expect(await add("tổ dân phố", "Bản Nà Lồ")).toMatchObject(asked);
  expect(await add("xóm", "Nà Lồ 2")).toMatchObject({ ok: true });
  expect(await add("bản", "Nà Lồ", [villageId])).toMatchObject({ ok: true });
});
