import { expect } from "vitest";

import {
  endorseInVillage,
  findQueue,
  readAssessment,
  readBulkReview,
  refuseAssessment,
  returnFromVillage,
  returnToCitizen,
  undoBulkReview,
  verifyAssessments,
} from "#app/domain/evaluation/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  addOfficial,
  communeWith,
  depsOf,
  endorsed,
  handIn,
  prepare,
  submitted,
  verify,
} from "./evaluation-factory.ts";

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
  const before = ["already-verified", "verified-by-another"];
  expect(outcomes.filter((outcome) => before.includes(outcome))).toHaveLength(9);
  expect(acts.filter(({ actId }) => actId !== null)).toHaveLength(1);
  const reviews = await database.transact("everywhere", (db) =>
    db.review.count({ where: { outcome: "verified" } }),
  );
  expect(reviews).toBe(3);
});

test("an official who presses second is told that another verified it, and her own second press is no news", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const other = { ...commune, official: await addOfficial(database.transact, commune) };
  const cases = [await endorsed(deps, commune)];

  const { actId } = await verify(deps, commune, cases);
  const again = await verify(deps, commune, cases);
  const second = await verify(deps, other, cases);
  const seenBy = async (who: typeof official) =>
    valueOf(await readBulkReview(deps, who, { communeId, actId: actId ?? "" })).own;

  expect(again.outcomes.map(({ outcome }) => outcome)).toEqual(["already-verified"]);
  expect(second.outcomes.map(({ outcome }) => outcome)).toEqual(["verified-by-another"]);
  expect([await seenBy(official), await seenBy(other.official)]).toEqual([true, false]);
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
  const undo = () => undoBulkReview(deps, official, { communeId, actId: actId ?? "" });

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

  const listed = valueOf(await undoBulkReview(deps, official, { communeId, actId: actId ?? "" }));
  const reopened = valueOf(
    await undoBulkReview(deps, official, { communeId, actId: own.reviews[0]?.actId ?? "" }),
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
