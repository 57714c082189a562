import { createHash } from "node:crypto";

import { expect } from "vitest";

import { verifyAudit } from "#app/domain/audit/index.server.ts";
import {
  checkRecognition,
  endorseInVillage,
  findQueue,
  findVillageQueue,
  issueDecision,
  loadCriteria,
  readAssessment,
  readCase,
  readDecision,
  refuseAssessment,
  returnFromVillage,
  returnToCitizen,
  saveAssessment,
  submitAssessment,
  undoAct,
  verifyAssessments,
  withdrawSubmission,
} from "#app/domain/evaluation/index.server.ts";
import { Day, valueOf } from "#app/domain/kernel/index.ts";
import { LAO_CAI, NOW } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  addOfficial,
  addPerson,
  communeWith,
  CRITERIA,
  depsOf,
  endorsed,
  handIn,
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
  const case_ = await endorsed(deps, commune);
  await verify(deps, commune, [case_]);
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
  const own = valueOf(await readAssessment(deps, case_.person));
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

test("two officials who verify the same cases at once verify each of them once", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const other = { ...commune, official: await addOfficial(database.transact, commune) };
  const cases = [
    await endorsed(deps, commune, { fullName: "Giàng Thị Mỷ" }),
    await endorsed(deps, commune, { fullName: "Thào Thị Dợ" }),
    await endorsed(deps, commune, { fullName: "Vàng A Sình" }),
  ];

  const acts = await Promise.all([
    verify(deps, commune, cases),
    verify(deps, other, cases.toReversed()),
    verify(deps, commune, cases),
    verify(deps, other, cases),
  ]);

  const outcomes = acts.flatMap((act) => act.outcomes.map(({ outcome }) => outcome));
  expect(outcomes.filter((outcome) => outcome === "verified")).toHaveLength(3);
  expect(outcomes.filter((outcome) => outcome === "already-verified")).toHaveLength(9);
  expect(acts.filter(({ actId }) => actId !== null)).toHaveLength(1);
  const reviews = await database.transact("everywhere", (db) =>
    db.review.count({ where: { outcome: "verified" } }),
  );
  expect(reviews).toBe(3);
});

test("one press says of each case what became of it, and its audit entry names them all", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const good = await endorsed(deps, commune, { fullName: "Giàng Thị Mỷ" });
  const early = await submitted(deps, commune, { fullName: "Thào Thị Dợ" });
  const own = { person: official, ...(await handIn(deps, official)) };
  const ownEndorsed = valueOf(
    await endorseInVillage(deps, commune.attestor, { communeId, ...own, words: "" }),
  );
  const stale = await endorsed(deps, commune, { fullName: "Vàng A Sình" });

  const act = await verify(deps, commune, [
    good,
    early,
    { ...own, ...ownEndorsed },
    { ...stale, revision: stale.revision - 1 },
    { ...good, assessmentId: "0197a000-0000-7000-8000-000000000009" },
  ]);

  expect(act.outcomes.map(({ outcome }) => outcome)).toEqual([
    "verified",
    "not-endorsed",
    "own-case",
    "changed",
    "not-found",
  ]);
  const [entry] = await database.transact("everywhere", (db) =>
    db.auditEntry.findMany({ where: { action: "assessments.verified" } }),
  );
  expect(entry).toMatchObject({
    subjectId: act.actId,
    actorOffice: "Công chức Văn hóa – Xã hội, Xã Bắc Hà",
  });
  expect(JSON.parse(entry?.detail ?? "")).toMatchObject({ cases: [{ name: "Giàng Thị Mỷ" }] });
});

test("a press is undone: what still stands as it left it is endorsed again", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const cases = [await endorsed(deps, commune), await endorsed(deps, commune)];
  const { actId } = await verify(deps, commune, cases);
  const undo = () => undoAct(deps, official, { communeId, actId: actId ?? "" });

  const undone = valueOf(await undo());
  const again = valueOf(await undo());
  const { counts } = valueOf(await findQueue(deps, official, { communeId }));

  expect(undone.outcomes.map(({ outcome }) => outcome)).toEqual(["reopened", "reopened"]);
  expect(again.outcomes.map(({ outcome }) => outcome)).toEqual(["changed", "changed"]);
  expect(counts).toMatchObject({ verified: 0, endorsed: 2 });
});

test("what stands in a list for a decision is not undone, and a refusal can be", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const { actId } = await verify(deps, commune, [await endorsed(deps, commune)]);
  await prepare(deps, commune);
  const refused = await endorsed(deps, commune);
  await refuseAssessment(deps, official, { communeId, ...refused, reason: "Chưa có minh chứng." });
  const own = valueOf(await readAssessment(deps, refused.person));

  const listed = valueOf(await undoAct(deps, official, { communeId, actId: actId ?? "" }));
  const reopened = valueOf(
    await undoAct(deps, official, { communeId, actId: own.reviews[0]?.actId ?? "" }),
  );

  expect(own.assessment?.state).toBe("refused");
  expect(listed.outcomes).toMatchObject([{ outcome: "in-decision" }]);
  expect(reopened.outcomes).toMatchObject([{ outcome: "reopened" }]);
});

test("the village and the commune each review at their own step only", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, attestor, official } = commune;
  const early = await submitted(deps, commune);
  const late = await endorsed(deps, commune);
  const reason = "Xin ghi thêm việc đã làm.";

  expect(await returnToCitizen(deps, official, { communeId, ...early, reason })).toMatchObject({
    refusal: { code: "wrong-state", state: "submitted" },
  });
  expect(await returnFromVillage(deps, attestor, { communeId, ...late, reason })).toMatchObject({
    refusal: { code: "wrong-state", state: "endorsed" },
  });
  expect(await returnToCitizen(deps, official, { communeId, ...late, reason })).toMatchObject({
    ok: true,
  });
});

test("a double press on a review is one review", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, attestor } = commune;
  const early = await submitted(deps, commune);
  const press = () => endorseInVillage(deps, attestor, { communeId, ...early, words: "Tốt" });

  const presses = await Promise.all([press(), press(), press()]);

  expect(presses.map((each) => valueOf(each).revision)).toEqual([3, 3, 3]);
  expect(await database.transact("everywhere", (db) => db.review.count())).toBe(1);
});

test("after the last day for decisions nothing is reviewed any more", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, attestor } = commune;
  const early = await submitted(deps, commune);
  const late = await endorsed(deps, commune);
  deps.at("2026-12-31T17:00:00Z");

  expect(await endorseInVillage(deps, attestor, { communeId, ...early, words: "" })).toMatchObject({
    refusal: { code: "closed" },
  });
  expect((await verify(deps, commune, [late])).outcomes).toMatchObject([{ outcome: "closed" }]);
});

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
    "Ân Thị Lả",
    "Dương A Chờ",
    "Đặng Thị Én",
  ]);
  expect(all).toMatchObject({ found: 3, pages: 1, villages: [{ cases: 3 }] });
  expect(all.counts).toMatchObject({ draft: 1, submitted: 2, endorsed: 1 });
  expect(all.rows[0]).toMatchObject({ selfTotal: 40, suggestedTotal: null, difference: 40 });
  expect(all.rows[0]?.flags.map(({ code }) => code)).toEqual([
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

test("an official who may not verify leaves no trace", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, attestor } = commune;
  const { assessmentId, revision } = await endorsed(deps, commune);

  const answer = await verifyAssessments(deps, attestor, {
    communeId,
    items: [{ assessmentId, revision }],
  });

  expect(answer).toEqual({ ok: false, refusal: { code: "outside-commune" } });
  expect(
    await database.transact("everywhere", (db) =>
      db.review.count({ where: { outcome: "verified" } }),
    ),
  ).toBe(0);
});
