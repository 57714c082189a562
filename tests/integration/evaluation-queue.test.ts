import { expect } from "vitest";

import {
  findQueue,
  findVillageQueue,
  readCase,
  saveAssessment,
} from "#app/domain/evaluation/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  addPerson,
  communeWith,
  depsOf,
  endorsed,
  scoresOf,
  submitted,
} from "./evaluation-factory.ts";

test("a queue is sorted in Vietnamese order, searched without marks, and counts every state", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, villageId, official, attestor } = commune;
  await submitted(deps, commune, { fullName: "Đặng Thị Én" });
  await submitted(deps, commune, { fullName: "Dương A Chờ" });
  await endorsed(deps, commune, { fullName: "Ân Thị Lả", score: 4 });
  const draft = await addPerson(database.transact, { villageId });
  await saveAssessment(deps, draft, { revision: 0, scores: scoresOf(8) });

  const all = valueOf(await findQueue(deps, official, { communeId }));
  const found = valueOf(
    await findQueue(deps, official, { communeId, state: "submitted", search: "dang thi" }),
  );
  const village = valueOf(await findVillageQueue(deps, attestor, { villageId, page: 2 }));

  expect(all.rows.map(({ fullName }) => fullName)).toEqual([
    "Dương A Chờ",
    "Đặng Thị Én",
    "Ân Thị Lả",
  ]);
  expect(all).toMatchObject({ found: 3, pages: 1, villages: [{ cases: 3 }] });
  expect(all.counts).toMatchObject({ draft: 1, submitted: 2, endorsed: 1 });
  expect(all.rows[2]).toMatchObject({ selfTotal: 40, suggestedTotal: null, difference: 40 });
  expect(all.rows[2]?.flags.map(({ code }) => code)).toEqual([
    "below-total",
    "below-floor",
    "no-evidence",
    "no-attestation",
  ]);
  expect(found.rows.map(({ fullName }) => fullName)).toEqual(["Đặng Thị Én"]);
  expect(village).toMatchObject({ rows: [], page: 2, counts: { draft: 1 } });
});

test("a case shows what was handed in beside what stands now, and that it was read", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official, villageId } = commune;
  const { assessmentId } = await submitted(deps, commune);
  const draft = await addPerson(database.transact, { villageId });
  const unread = valueOf(await saveAssessment(deps, draft, { revision: 0, scores: scoresOf(8) }));

  const view = valueOf(await readCase(deps, official, { communeId, assessmentId }));

  expect(view).toMatchObject({
    snapshot: { person: { fullName: "Giàng Thị Mỷ", villageName: "Thôn Hoa Mận" }, total: 90 },
    result: { passed: true },
    own: false,
    decisionId: null,
  });
  const read = await database.transact("everywhere", (db) =>
    db.auditEntry.count({ where: { action: "assessment.read", subjectId: assessmentId } }),
  );
  expect(read).toBe(1);
  expect(await readCase(deps, official, { communeId, ...unread })).toMatchObject({
    refusal: { code: "not-submitted" },
  });
});
