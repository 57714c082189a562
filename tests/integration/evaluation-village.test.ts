import { expect } from "vitest";

import {
  endorseInVillage,
  findVillageCase,
  listVillagePeople,
  saveAssessment,
} from "#app/domain/evaluation/index.server.ts";
import { PersonId, valueOf } from "#app/domain/kernel/index.ts";
import { attestIndicator } from "#app/domain/portfolio/index.server.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import {
  addPerson,
  communeWith,
  depsOf,
  handIn,
  scoresOf,
  submitted,
} from "./evaluation-factory.ts";

test("a village's people stand in Vietnamese order with what was said of them and how far they are", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, villageId, attestor, official } = commune;
  const { person } = await submitted(deps, commune, { fullName: "Đặng Thị Én" });
  const drafting = await addPerson(database.transact, { villageId, fullName: "Dương A Chờ" });
  await saveAssessment(deps, drafting, { revision: 0, scores: scoresOf(8) });
  await attestIndicator(deps, attestor, {
    personId: person.personId,
    year: 2026,
    indicator: "9",
    level: "thuong-xuyen",
    words: "",
  });
  const list = (search = "") => listVillagePeople(deps, attestor, { villageId, search });

  const everybody = valueOf(await list());
  const found = valueOf(await list("  DANG thi"));

  expect(everybody.people.map(({ fullName, state }) => [fullName, state])).toEqual([
    ["Dương A Chờ", null],
    ["Đặng Thị Én", "submitted"],
    ["Giàng A Páo", null],
    ["Lù Thị Sáo", null],
  ]);
  expect(found).toMatchObject({
    villageName: "Thôn Hoa Mận",
    found: 1,
    people: [{ communeId, attestedIndicators: ["9"], evidence: 0, courses: 0 }],
  });
  expect(await listVillagePeople(deps, official, { villageId })).toMatchObject({
    refusal: { code: "outside-village" },
  });
  expect(await listVillagePeople(deps, attestor, { villageId, year: 2019 })).toMatchObject({
    refusal: { code: "no-cycle" },
  });
});

test("an attestor finds the case of one neighbour among many of her name, and is logged once", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, villageId, attestor } = commune;
  await submitted(deps, commune);
  const hers = await submitted(deps, commune);
  const before = await logged(database);

  const found = valueOf(await findVillageCase(deps, attestor, { ...hers.person, villageId }));

  expect(found.assessment.id).toBe(hers.assessmentId);
  expect(found.now.holder.personId).toBe(hers.person.personId);
  expect(await logged(database)).toEqual([...before, "assessment.read"]);
  const { revision } = found.assessment;
  const said = { communeId, assessmentId: found.assessment.id, revision, words: "" };
  expect(await endorseInVillage(deps, attestor, said)).toMatchObject({ ok: true });
});

test("an attestor finds no draft, nobody of another village, and reads her own case unlogged", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const here = await communeWith(database.transact);
  const there = await communeWith(database.transact, { village: "Tả Hồ" });
  const { villageId, attestor, official } = here;
  const foreign = await submitted(deps, there);
  const drafting = await addPerson(database.transact, { villageId });
  await saveAssessment(deps, drafting, { revision: 0, scores: scoresOf(8) });
  await handIn(deps, attestor);
  const before = await logged(database);
  const nobody = PersonId.parse("00000000-0000-4000-8000-000000000000");

  for (const { personId } of [foreign.person, drafting, { personId: nobody }]) {
    expect(await findVillageCase(deps, attestor, { villageId, personId })).toMatchObject({
      refusal: { code: "not-submitted" },
    });
  }
  for (const [reader, asked] of [
    [attestor, there.villageId],
    [official, villageId],
  ] as const) {
    const { personId } = foreign.person;
    expect(await findVillageCase(deps, reader, { villageId: asked, personId })).toMatchObject({
      refusal: { code: "outside-village" },
    });
  }
  const { personId } = attestor;
  expect(valueOf(await findVillageCase(deps, attestor, { villageId, personId })).own).toBe(true);
  expect(await logged(database)).toEqual(before);
});

async function logged(database: TestDatabase): Promise<readonly string[]> {
  const entries = await database.transact("everywhere", (db) =>
    db.auditEntry.findMany({ orderBy: [{ communeId: "asc" }, { sequence: "asc" }] }),
  );
  return entries.map(({ action }) => action);
}
