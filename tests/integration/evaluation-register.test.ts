import { expect } from "vitest";

import {
  checkRecognition,
  discardDecision,
  findRegisterEntry,
  issueDecision,
  listDecisions,
  prepareDecision,
  provinceOverview,
  readDecision,
  revokeRecognition,
} from "#app/domain/evaluation/index.server.ts";
import { Day, valueOf } from "#app/domain/kernel/index.ts";
import { LAO_CAI, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  addOfficer,
  addPerson,
  communeWith,
  depsOf,
  endorsed,
  prepare,
  SIGNER,
  verify,
  type Commune,
  type TestDeps,
} from "./evaluation-factory.ts";

const DAY = Day.parse("2026-11-22");

function issue(
  deps: TestDeps,
  { communeId, official }: Commune,
  decisionId: string,
  { number = "215/QĐ-UBND", decidedOn = DAY } = {},
) {
  return issueDecision(deps, official, { communeId, decisionId, number, decidedOn });
}

async function drafted(deps: TestDeps, commune: Commune, names = 1): Promise<string> {
  const cases = [];
  for (let made = 0; made < names; made += 1) cases.push(await endorsed(deps, commune));
  await verify(deps, commune, cases);
  return prepare(deps, commune);
}

async function recognised(deps: TestDeps, commune: Commune) {
  const [entry] = valueOf(await issue(deps, commune, await drafted(deps, commune))).entries;
  if (entry === undefined) throw new Error("nobody was recognised");
  return entry;
}

test("ten presses at once issue a decision once", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const decisionId = await drafted(deps, commune, 2);

  const presses = await Promise.all(
    Array.from({ length: 10 }, () => issue(deps, commune, decisionId)),
  );

  const [first, ...others] = presses.map((press) => valueOf(press));
  expect(first?.entries.map(({ registerNumber }) => registerNumber)).toEqual([
    "0001/2026/CDHT",
    "0002/2026/CDHT",
  ]);
  for (const other of others) expect(other).toEqual(first);
  expect(await database.transact("everywhere", (db) => db.registerEntry.count())).toBe(2);
});

test("ten decisions issued at once number the register without a gap", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const drafts: string[] = [];
  for (let made = 0; made < 10; made += 1) drafts.push(await drafted(deps, commune, 2));

  const presses = await Promise.all(
    drafts.map((decisionId, at) =>
      issue(deps, commune, decisionId, { number: `${at + 1}/QĐ-UBND` }),
    ),
  );

  expect(presses.filter(({ ok }) => ok)).toHaveLength(10);
  const entries = await database.transact("everywhere", (db) =>
    db.registerEntry.findMany({ orderBy: { number: "asc" } }),
  );
  expect(entries.map(({ number }) => number)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
  const counters = await database.transact("everywhere", (db) => db.registerCounter.findMany());
  expect(counters).toMatchObject([{ series: "cong-dan-hoc-tap/2026", last: 20 }]);
});

test("ten presses of two officials list everybody once", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  await verify(deps, commune, [await endorsed(deps, commune), await endorsed(deps, commune)]);

  const presses = await Promise.all(
    Array.from({ length: 10 }, () => prepareDecision(deps, official, { communeId, ...SIGNER })),
  );

  expect(new Set(presses.map((press) => valueOf(press).decisionId)).size).toBe(1);
  expect(await database.transact("everywhere", (db) => db.decisionItem.count())).toBe(2);
});

test("a refused issue takes no number", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  await recognised(deps, commune);
  const decisionId = await drafted(deps, commune);

  expect(await issue(deps, commune, decisionId)).toMatchObject({
    refusal: { code: "number-used" },
  });
  const tomorrow = Day.parse("2026-11-23");
  expect(await issue(deps, commune, decisionId, { decidedOn: tomorrow })).toMatchObject({
    refusal: { code: "in-future" },
  });
  const lastYear = Day.parse("2025-12-31");
  expect(
    await issue(deps, commune, decisionId, { number: "9/QĐ-UBND", decidedOn: lastYear }),
  ).toMatchObject({ refusal: { code: "day-outside", decideUntil: "2026-12-31" } });

  const issued = valueOf(await issue(deps, commune, decisionId, { number: "9/QĐ-UBND" }));
  expect(issued.entries[0]?.registerNumber).toBe("0002/2026/CDHT");
});

test("what is issued stands: another number, a discard and a second list are refused", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const decisionId = await drafted(deps, commune);
  await issue(deps, commune, decisionId);

  expect(await issue(deps, commune, decisionId, { number: "216/QĐ-UBND" })).toMatchObject({
    refusal: { code: "already-issued", number: "215/QĐ-UBND", decidedOn: DAY },
  });
  expect(await discardDecision(deps, official, { communeId, decisionId })).toMatchObject({
    refusal: { code: "already-issued" },
  });
  expect(await prepareDecision(deps, official, { communeId, ...SIGNER })).toMatchObject({
    refusal: { code: "nothing-to-decide" },
  });
  const listed = valueOf(await listDecisions(deps, official, { communeId }));
  expect(listed).toMatchObject([{ state: "issued", number: "215/QĐ-UBND", names: 1 }]);
});

test("a discarded list can be made anew", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const decisionId = await drafted(deps, commune);

  valueOf(await discardDecision(deps, official, { communeId, decisionId }));
  const again = await prepare(deps, commune);

  expect(await readDecision(deps, official, { communeId, decisionId })).toMatchObject({
    refusal: { code: "unknown-decision" },
  });
  expect(valueOf(await readDecision(deps, official, { communeId, decisionId: again })).names).toBe(
    1,
  );
});

test("a list with somebody who was erased since is to be made anew", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const decisionId = await drafted(deps, commune);
  await database.transact("everywhere", async (db) => {
    const item = await db.decisionItem.findFirstOrThrow();
    await db.person.update({ where: { id: item.personId }, data: { erasedAt: deps.now() } });
  });

  expect(await issue(deps, commune, decisionId)).toMatchObject({
    refusal: { code: "list-changed" },
  });
});

test("a revoked recognition stays in the register and shows as revoked", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const { registerEntryId, publicCode } = await recognised(deps, commune);
  const revoke = (reason: string) =>
    revokeRecognition(deps, official, {
      communeId,
      registerEntryId,
      reason,
      words: "Biên bản số 3 ngày 20/11/2026",
    });

  expect(await revoke("bịa")).toMatchObject({ refusal: { code: "unknown-reason" } });
  const presses = await Promise.all([revoke("nham-nguoi"), revoke("nham-nguoi")]);

  expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
  expect(presses.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "already-revoked" } });
  expect(await checkRecognition(deps, publicCode)).toMatchObject({
    status: "revoked",
    revokedOn: DAY,
    recognition: { registerNumber: "0001/2026/CDHT" },
  });
  const entry = valueOf(await findRegisterEntry(deps, official, { communeId, registerEntryId }));
  expect(entry.revocation).toMatchObject({
    reason: "Công nhận nhầm người hoặc nhầm hồ sơ.",
    revokerOffice: "Công chức Văn hóa – Xã hội, Xã Bắc Hà",
  });
});

test("a public check tells nothing more than the paper, and nothing of an unknown code", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const { publicCode } = await recognised(deps, await communeWith(database.transact));
  deps.at("2027-01-01T00:00:00Z");

  const check = await checkRecognition(deps, publicCode.toLowerCase());

  expect(check.status).toBe("expired");
  expect(Object.keys(check.status === "expired" ? check.recognition : {}).toSorted()).toEqual([
    "communeName",
    "decidedOn",
    "decisionNumber",
    "fullName",
    "provinceName",
    "registerNumber",
    "validFrom",
    "validTo",
    "year",
  ]);
  expect(await checkRecognition(deps, "0000-0000-0000-0000")).toEqual({ status: "unknown" });
});

test("the register keeps names as they were when the title was given", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { registerEntryId, publicCode } = await recognised(deps, commune);
  await database.transact("everywhere", (db) =>
    db.person.updateMany({ data: { fullName: "Tên đã đổi" } }),
  );

  const { communeId, official } = commune;
  const entry = valueOf(await findRegisterEntry(deps, official, { communeId, registerEntryId }));
  expect(entry.fullName).toBe("Giàng Thị Mỷ");
  expect(await checkRecognition(deps, publicCode)).toMatchObject({
    recognition: { fullName: "Giàng Thị Mỷ" },
  });
});

test("a recognition is read by its holder and those who answer for it, nobody else", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { villageId } = commune;
  const hers = await endorsed(deps, commune);
  await verify(deps, commune, [hers]);
  const issued = valueOf(await issue(deps, commune, await prepare(deps, commune)));
  const input = { registerEntryId: issued.entries[0]?.registerEntryId ?? "" };
  const neighbour = await addPerson(database.transact, { villageId });
  const officer = await addOfficer(database.transact, villageId);

  expect(await findRegisterEntry(deps, hers.person, input)).toMatchObject({ ok: true });
  expect(await findRegisterEntry(deps, commune.official, input)).toMatchObject({ ok: true });
  expect(await findRegisterEntry(deps, officer, input)).toMatchObject({ ok: true });
  for (const stranger of [neighbour, commune.attestor]) {
    expect(await findRegisterEntry(deps, stranger, input)).toMatchObject({
      refusal: { code: "not-yours" },
    });
  }
  const elsewhere = { ...input, communeId: TA_VAN };
  expect(await findRegisterEntry(deps, officer, elsewhere)).toMatchObject({ ok: false });
  const reads = await database.transact("everywhere", (db) =>
    db.auditEntry.count({ where: { action: "recognition.read" } }),
  );
  expect(reads).toBe(2);
});

test("a province's officer sees counts of each commune with residents", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  await communeWith(database.transact, { communeId: TA_VAN });
  await recognised(deps, commune);
  const officer = await addOfficer(database.transact, commune.villageId);

  const overview = valueOf(
    await provinceOverview(deps, officer, { provinceId: LAO_CAI, year: 2026 }),
  );

  expect(overview.communes).toMatchObject([
    { communeName: "Xã Bắc Hà", people: 4, standing: 1, counts: { recognised: 1 } },
    { communeName: "Xã Tả Van", people: 2, standing: 0 },
  ]);
  expect(overview.total).toMatchObject({ people: 6, standing: 1 });
  expect(
    await provinceOverview(deps, commune.official, { provinceId: LAO_CAI, year: 2026 }),
  ).toMatchObject({ refusal: { code: "outside-province" } });
});
