import { expect } from "vitest";

import { changeResidence } from "#app/domain/evaluation/index.server.ts";
import {
  CorrectionForm,
  type PersonFile,
  birthText,
  ResidenceForm,
} from "#app/domain/identity/index.ts";
import {
  correctPerson,
  listPeople,
  openNationalIds,
  readPerson,
} from "#app/domain/identity/index.server.ts";
import { type PersonId, valueOf } from "#app/domain/kernel/index.ts";
import { BAC_HA, TA_VAN, addPerson, addVillage } from "#tests/setup/people.ts";

import { auditOf, type Desk, freshId, test } from "./people-desk-factory.ts";

const NUMBER = "010188001234";
const keys = (byte: number) => ({
  seal: new Uint8Array(32).fill(byte),
  hash: new Uint8Array(32).fill(byte + 1),
});
const nationalIds = openNationalIds([keys(1)]);

async function fileOf(desk: Desk, personId: PersonId) {
  return valueOf(await readPerson(desk.deps, desk.official, { communeId: BAC_HA, personId }));
}

/** Corrects somebody on a form that was opened now. */
async function correct(
  desk: Desk,
  personId: PersonId,
  typed: Partial<Record<keyof CorrectionForm, string>>,
  sent: { readonly mark?: string; readonly namesakesSeen?: readonly string[] } = {},
) {
  const file: PersonFile & { readonly mark: string } = await fileOf(desk, personId);
  const form = CorrectionForm.parse({
    fullName: file.fullName,
    birth: birthText(file.birth),
    sex: file.sex,
    language: file.languages[0] ?? "other",
    citizenGroup: file.citizenGroup,
    phone: file.phone ?? "",
    nationalId: "",
    withoutNationalId: "",
    reason: "Theo giấy khai sinh",
    ...typed,
  });
  return correctPerson({ ...desk.deps, nationalIds }, desk.official, {
    communeId: BAC_HA,
    personId,
    form,
    mark: sent.mark ?? file.mark,
    namesakesSeen: sent.namesakesSeen ?? [],
  });
}

async function moveTo(
  desk: Desk,
  personId: PersonId,
  typed: Partial<Record<keyof ResidenceForm, string>>,
) {
  const form = ResidenceForm.parse({
    villageId: "",
    since: "20/11/2026",
    reason: "Gia đình báo",
    ...typed,
  });
  const { mark } = await fileOf(desk, personId);
  return changeResidence(desk.deps, desk.official, { communeId: BAC_HA, personId, form, mark });
}

test("a name that was written wrongly is mended, with what it was before, why and by whom", async ({
  desk,
  database: { transact },
}) => {
  const { personId } = valueOf(await desk.register({ fullName: "Giàng Thị Dơ" }));
  valueOf(await correct(desk, personId, { fullName: "Giàng Thị Dợ", phone: "0912 345 703" }));

  const file = await fileOf(desk, personId);
  expect(file).toMatchObject({ fullName: "Giàng Thị Dợ", phone: "0912345703" });
  expect(file.changes).toMatchObject([
    {
      kind: "corrected",
      before: { fullName: "Giàng Thị Dơ", phone: "" },
      after: { fullName: "Giàng Thị Dợ", phone: "0912345703" },
      reason: "Theo giấy khai sinh",
      byName: "Lù Văn Sử",
    },
  ]);
  const logged = await auditOf(transact, personId);
  expect(logged.some((line) => line.startsWith("person.corrected"))).toBe(true);
  const details = await transact("everywhere", (db) =>
    db.auditEntry.findMany({ where: { action: "person.corrected" } }),
  );
  expect(JSON.stringify(details.map(({ detail }) => detail))).not.toContain("Giàng");
});

test("a form that was opened before somebody else's change undoes nothing", async ({ desk }) => {
  const { personId } = valueOf(await desk.register());
  const { mark } = await fileOf(desk, personId);
  valueOf(await correct(desk, personId, { phone: "0912345703" }));
  expect(await correct(desk, personId, { sex: "male" }, { mark })).toMatchObject({
    refusal: { code: "changed-meanwhile" },
  });
  expect(await correct(desk, personId, {})).toMatchObject({ refusal: { code: "nothing-changed" } });
});

test("two who mend one person at once: one is told of the other", async ({ desk }) => {
  const { personId } = valueOf(await desk.register());
  const { mark } = await fileOf(desk, personId);
  const both = await Promise.all([
    correct(desk, personId, { phone: "0912345703" }, { mark }),
    correct(desk, personId, { phone: "0912345704" }, { mark }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await fileOf(desk, personId)).changes).toHaveLength(1);
});

test("a citizen's number is sealed, shown by its end, and no second person's in any commune", async ({
  desk,
  database: { transact },
}) => {
  const { personId } = valueOf(await desk.register());
  valueOf(await correct(desk, personId, { nationalId: "010 188 001 234" }));
  expect(await fileOf(desk, personId)).toMatchObject({ nationalIdLast4: "1234" });
  const row = await transact("everywhere", (db) =>
    db.person.findUniqueOrThrow({ where: { id: personId } }),
  );
  const text = JSON.stringify(row, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
  );
  expect(text).not.toContain(NUMBER);
  expect(nationalIds.open(personId, row.nationalIdCipher ?? new Uint8Array())).toBe(NUMBER);
  expect(nationalIds.open(freshId(), row.nationalIdCipher ?? new Uint8Array())).toBeNull();

  const second = valueOf(await desk.register({ fullName: "Lù Thị Hai" })).personId;
  expect(await correct(desk, second, { nationalId: NUMBER })).toMatchObject({
    refusal: { code: "national-id-taken", personId },
  });
  const villageId = await addVillage(transact, { communeId: TA_VAN, name: "Bản Xa" });
  const far = await addPerson(transact, { communeId: TA_VAN, villageId });
  const sealed = nationalIds.seal(far.personId, "010188009999");
  await transact("everywhere", (db) =>
    db.person.update({
      where: { id: far.personId },
      data: { nationalIdCipher: sealed.cipher, nationalIdHash: sealed.hash },
    }),
  );
  expect(await correct(desk, second, { nationalId: "010188009999" })).toEqual({
    ok: false,
    refusal: { code: "national-id-elsewhere" },
  });
});

test("a number sealed under the secret of before is opened and found", () => {
  const later = openNationalIds([keys(9), keys(1)]);
  const personId = freshId();
  const { cipher, hash } = nationalIds.seal(personId, NUMBER);
  expect(later.open(personId, cipher)).toBe(NUMBER);
  expect(later.hashesOf(NUMBER)).toContainEqual(hash);
});

test("who moves within the commune is her new village's; who left is in no list but that of who left", async ({
  desk,
  database: { transact },
}) => {
  const { personId } = valueOf(await desk.register());
  const other = await addVillage(transact, { name: "Nà Lồ" });
  const names = async (standing: "here" | "gone") =>
    valueOf(await listPeople(desk.deps, desk.official, { communeId: BAC_HA, standing })).people.map(
      ({ fullName, villageName }) => `${fullName}, ${villageName}`,
    );

  valueOf(await moveTo(desk, personId, { how: "village", villageId: other }));
  expect(await names("here")).toContain("Giàng Thị Dợ, Thôn Nà Lồ");
  expect(await moveTo(desk, personId, { how: "village", villageId: other })).toMatchObject({
    refusal: { code: "same-village" },
  });

  valueOf(await moveTo(desk, personId, { how: "moved" }));
  expect(await names("here")).not.toContain("Giàng Thị Dợ, Thôn Nà Lồ");
  expect(await names("gone")).toEqual(["Giàng Thị Dợ, Thôn Nà Lồ"]);
  expect(await moveTo(desk, personId, { how: "village", villageId: desk.villageId })).toMatchObject(
    {
      refusal: { code: "lives-elsewhere" },
    },
  );

  valueOf(await moveTo(desk, personId, { how: "returned", villageId: desk.villageId }));
  expect(await names("gone")).toEqual([]);
  expect((await fileOf(desk, personId)).changes.map(({ kind }) => kind)).toEqual([
    "returned",
    "moved",
    "village",
  ]);
});

test("who died signs in no more, and holds no office of the commune", async ({
  desk,
  database: { transact },
}) => {
  const head = await addPerson(transact, {
    villageId: desk.villageId,
    office: { role: "village_attestor", placeId: desk.villageId },
  });
  valueOf(await moveTo(desk, head.personId, { how: "died" }));
  const account = await transact("everywhere", (db) =>
    db.account.findFirstOrThrow({ where: { personId: head.personId } }),
  );
  expect(account.closedAt).not.toBeNull();
  const held = await transact("everywhere", (db) =>
    db.office.count({ where: { personId: head.personId, validTo: null } }),
  );
  expect(held).toBe(0);
  expect(await fileOf(desk, head.personId)).toMatchObject({
    ended: { how: "died" },
    pinMark: null,
  });
});

test("another commune's official mends and moves nobody here; nobody writes down that he left himself", async ({
  desk,
}) => {
  const { personId } = valueOf(await desk.register());
  const { mark } = await fileOf(desk, personId);
  const form = ResidenceForm.parse({
    how: "moved",
    villageId: "",
    since: "20/11/2026",
    reason: "Gia đình báo",
  });
  const asked = { communeId: BAC_HA, personId, form, mark };
  expect(await changeResidence(desk.deps, desk.stranger, asked)).toMatchObject({
    refusal: { code: "not-official" },
  });
  expect(await moveTo(desk, desk.official.personId, { how: "moved" })).toMatchObject({
    refusal: { code: "oneself" },
  });
});
