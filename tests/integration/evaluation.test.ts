import { createHash } from "node:crypto";

import { expect } from "vitest";

import { loadCriteria } from "#app/domain/criteria/index.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import {
  checkRecognition,
  issueDecision,
  readAssessment,
  readDecision,
  returnFromVillage,
  saveAssessment,
  submitAssessment,
  withdrawSubmission,
} from "#app/domain/evaluation/index.server.ts";
import { Day, valueOf } from "#app/domain/kernel/index.ts";
import { LAO_CAI, NOW } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  addPerson,
  communeWith,
  CRITERIA,
  depsOf,
  endorsed,
  prepare,
  scoresOf,
  SIGNER,
  submitted,
  verify,
} from "./evaluation-factory.ts";

test("a resident's own scores become a recognition that anyone can check", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const hers = await endorsed(deps, commune);
  await verify(deps, commune, [hers]);
  const decisionId = await prepare(deps, commune);
  const draft = valueOf(await readDecision(deps, official, { communeId, decisionId }));

  const issued = valueOf(
    await issueDecision(deps, official, {
      communeId,
      decisionId,
      number: "215/QĐ-UBND",
      decidedOn: Day.parse("2026-11-21"),
    }),
  );

  expect(draft.rows).toMatchObject([{ ordinal: 1, fullName: "Giàng Thị Mỷ", total: 90 }]);
  const [entry] = issued.entries;
  expect(entry?.registerNumber).toBe("0001/2026/CDHT");
  expect(await checkRecognition(deps, entry?.publicCode ?? "")).toEqual({
    status: "valid",
    recognition: {
      fullName: "Giàng Thị Mỷ",
      year: 2026,
      communeName: "Xã Bắc Hà",
      provinceName: "Tỉnh Lào Cai",
      registerNumber: "0001/2026/CDHT",
      decisionNumber: "215/QĐ-UBND",
      decidedOn: "2026-11-21",
      validFrom: "2026-11-21",
      validTo: "2026-12-31",
    },
  });
  const own = valueOf(await readAssessment(deps, hers.person));
  expect(own).toMatchObject({
    assessment: { state: "recognised" },
    recognition: { ...SIGNER, registerNumber: "0001/2026/CDHT", revocation: null },
  });
  expect(own.reviews.map(({ outcome }) => outcome)).toEqual(["verified", "endorsed"]);
  const audit = await database.transact("everywhere", (db) => verifyAudit(db));
  expect(audit.faults).toEqual([]);
});

test("reading one's assessment creates nothing", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor } = await communeWith(database.transact);

  const own = valueOf(await readAssessment(deps, attestor));

  expect(own).toMatchObject({ assessment: null, open: true, result: { total: 0 } });
  expect(await database.transact("everywhere", (db) => db.assessment.count())).toBe(0);
});

test("scores may be kept one by one, and a form drawn before another save is told so", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);

  const one = await saveAssessment(deps, her, {
    revision: 0,
    scores: { "1": { score: 7, words: "Đọc báo" } },
  });
  const two = await saveAssessment(deps, her, {
    revision: 1,
    scores: { "2": { score: 6, words: "" } },
  });
  const twice = await saveAssessment(deps, her, {
    revision: 1,
    scores: { "2": { score: 6, words: "" } },
  });
  const late = await saveAssessment(deps, her, {
    revision: 1,
    scores: { "1": { score: 9, words: "" } },
  });

  expect(valueOf(one)).toMatchObject({ revision: 1, result: { total: 7 } });
  expect(valueOf(two)).toMatchObject({ revision: 2, result: { total: 13 } });
  expect(valueOf(twice).revision).toBe(2);
  expect(late).toEqual({ ok: false, refusal: { code: "changed", revision: 2 } });
});

test("ten first saves at once make one assessment", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);

  const saves = await Promise.all(
    Array.from({ length: 10 }, () =>
      saveAssessment(deps, her, { revision: 0, scores: scoresOf(8) }),
    ),
  );

  expect(new Set(saves.map((save) => valueOf(save).assessmentId)).size).toBe(1);
  expect(new Set(saves.map((save) => valueOf(save).revision))).toEqual(new Set([1]));
});

test("a score over the maximum or for an unknown indicator is refused, and nothing is kept", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);
  const save = (code: string, score: number) =>
    saveAssessment(deps, her, { revision: 0, scores: { [code]: { score, words: "" } } });

  expect(await save("1", 11)).toMatchObject({ refusal: { code: "score-wrong", indicator: "1" } });
  expect(await save("11", 5)).toMatchObject({ refusal: { code: "unknown-indicator" } });
  expect(await database.transact("everywhere", (db) => db.assessment.count())).toBe(0);
});

test("an unfinished assessment cannot be handed in", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);
  const { "10": _, ...nine } = scoresOf(8);

  const before = await submitAssessment(deps, her, { revision: 0 });
  const saved = valueOf(await saveAssessment(deps, her, { revision: 0, scores: nine }));
  const after = await submitAssessment(deps, her, saved);

  expect(before).toMatchObject({ refusal: { code: "nothing-saved" } });
  expect(after).toMatchObject({ refusal: { code: "incomplete", missing: ["10"] } });
});

test("handing in twice, even at once, freezes the case once", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);
  const saved = valueOf(await saveAssessment(deps, her, { revision: 0, scores: scoresOf(8) }));

  const presses = await Promise.all(
    Array.from({ length: 6 }, () => submitAssessment(deps, her, saved)),
  );

  expect(presses.map((press) => valueOf(press).revision)).toEqual(Array(6).fill(2));
  const snapshots = await database.transact("everywhere", (db) => db.assessmentSnapshot.findMany());
  expect(snapshots).toHaveLength(1);
  const [frozen] = snapshots;
  expect(
    createHash("sha256")
      .update(frozen?.payload ?? "")
      .digest("hex"),
  ).toBe(frozen?.sha256);
});

test("what does not meet the rule may be handed in and verified, but is not listed for a decision", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const low = await endorsed(deps, commune, { fullName: "Thào A Thấp", score: 7 });
  const high = await endorsed(deps, commune, { fullName: "Vàng Thị Cao", score: 8 });
  await verify(deps, commune, [low, high]);

  const decisionId = await prepare(deps, commune);

  const { communeId, official } = commune;
  const { rows } = valueOf(await readDecision(deps, official, { communeId, decisionId }));
  expect(rows.map(({ fullName }) => fullName)).toEqual(["Vàng Thị Cao"]);
});

test("after the last day a draft is closed, but what was returned may still be mended", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, attestor, villageId } = commune;
  const { person, assessmentId, revision } = await submitted(deps, commune);
  const late = await addPerson(database.transact, { villageId });
  deps.at("2026-12-20T17:00:00Z");

  const returned = valueOf(
    await returnFromVillage(deps, attestor, {
      communeId,
      assessmentId,
      revision,
      reason: "Xin ghi thêm việc đã làm.",
    }),
  );

  expect(await saveAssessment(deps, late, { revision: 0, scores: scoresOf(8) })).toMatchObject({
    refusal: { code: "closed" },
  });
  const own = valueOf(await readAssessment(deps, person));
  expect(own).toMatchObject({ open: true, reviews: [{ reason: "Xin ghi thêm việc đã làm." }] });
  expect(await submitAssessment(deps, person, returned)).toMatchObject({ ok: true });
});

test("what was handed in can be taken back until the village has spoken", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const early = await submitted(deps, commune);
  const late = await endorsed(deps, commune);

  expect(await withdrawSubmission(deps, early.person, early)).toMatchObject({ ok: true });
  expect(await withdrawSubmission(deps, early.person, early)).toMatchObject({
    refusal: { code: "not-submitted", state: "draft" },
  });
  expect(await withdrawSubmission(deps, late.person, late)).toMatchObject({
    refusal: { code: "not-submitted", state: "endorsed" },
  });
});

test("criteria that somebody was assessed by cannot be changed under the same name", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const load = () =>
    database.transact("everywhere", (db) => loadCriteria(db, NOW, "content/criteria"));
  const forge = () =>
    database.transact("everywhere", (db) =>
      db.criteriaSet.update({ where: { id: CRITERIA.id }, data: { sha256: "khác" } }),
    );
  const { attestor: her } = await communeWith(database.transact);

  await forge();
  await load();
  await saveAssessment(deps, her, { revision: 0, scores: scoresOf(8) });
  await load();
  await forge();

  await expect(load()).rejects.toThrow(/in use and must not change/u);
  const cycles = await database.transact("everywhere", (db) => db.cycle.findMany());
  expect(cycles).toMatchObject([{ provinceId: LAO_CAI, year: 2026, criteriaSetId: CRITERIA.id }]);
});
