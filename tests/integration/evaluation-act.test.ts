import { expect } from "vitest";

import {
  discardDecision,
  nameCases,
  readBulkReview,
  returnToCitizen,
  undoBulkReview,
  withdrawSubmission,
  submitAssessment,
} from "#app/domain/evaluation/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  communeWith,
  depsOf,
  endorsed,
  prepare,
  submitted,
  verify,
  type Commune,
  type TestDeps,
} from "./evaluation-factory.ts";

async function pressed(deps: TestDeps, commune: Commune) {
  const late = await endorsed(deps, commune, { fullName: "Đặng Thị Én" });
  const early = await endorsed(deps, commune, { fullName: "Dương A Chờ" });
  const { actId } = await verify(deps, commune, [late, early]);
  if (actId === null) throw new Error("nobody was verified");
  return { late, early, actId };
}

test("an act tells every name that it covered, who pressed and when, and whether it can be undone", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const { actId } = await pressed(deps, commune);

  const act = valueOf(await readBulkReview(deps, official, { communeId, actId }));

  expect(act).toMatchObject({
    actId,
    outcome: "verified",
    reviewerName: "Lù Thị Sáo",
    reviewerOffice: "Công chức Văn hóa – Xã hội, Xã Bắc Hà",
    at: deps.now(),
    cases: [
      { fullName: "Dương A Chờ", villageName: "Thôn Hoa Mận", state: "verified", undoable: true },
      { fullName: "Đặng Thị Én", standing: true, undoable: true },
    ],
  });
});

test("what an act says of undoing is what undoing does, from the list to the last day", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const { actId } = await pressed(deps, commune);
  const undoable = async () =>
    valueOf(await readBulkReview(deps, official, { communeId, actId })).cases.map(
      (one) => one.undoable,
    );

  const decisionId = await prepare(deps, commune);
  expect(await undoable()).toEqual([false, false]);
  await discardDecision(deps, official, { communeId, decisionId });
  expect(await undoable()).toEqual([true, true]);
  deps.at("2026-12-31T18:00:00Z");
  expect(await undoable()).toEqual([false, false]);
  expect(await undoBulkReview(deps, official, { communeId, actId })).toMatchObject({
    refusal: { code: "closed" },
  });
  deps.at("2026-12-31T03:00:00Z");
  expect(
    valueOf(await undoBulkReview(deps, official, { communeId, actId })).outcomes,
  ).toMatchObject([{ outcome: "reopened" }, { outcome: "reopened" }]);
  expect(await undoable()).toEqual([false, false]);
});

test("an act keeps the name of whoever took her case back since", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const { person, assessmentId, revision } = await endorsed(deps, commune);
  const reason = "Xin ghi thêm việc đã làm.";
  const returned = valueOf(
    await returnToCitizen(deps, official, { communeId, assessmentId, revision, reason }),
  );
  const actId = await lastActOf(deps, commune, assessmentId);
  await withdrawSubmission(deps, person, valueOf(await submitAssessment(deps, person, returned)));

  const act = valueOf(await readBulkReview(deps, official, { communeId, actId }));

  expect(act).toMatchObject({ outcome: "returned", reason, cases: [{ state: "draft" }] });
  expect(act.cases).toMatchObject([{ fullName: "Giàng Thị Mỷ", undoable: false }]);
});

test("cases are named with their newest press; drafts and unknown ids are left out", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const { late, actId } = await pressed(deps, commune);
  const waiting = await submitted(deps, commune, { fullName: "Ân Thị Lả" });
  const taken = await submitted(deps, commune);
  await withdrawSubmission(deps, taken.person, taken);

  const names = await nameCases(deps, official, {
    communeId,
    assessmentIds: [late, waiting, taken]
      .map(({ assessmentId }) => assessmentId)
      .concat("00000000-0000-4000-8000-000000000000"),
  });

  expect(valueOf(names)).toMatchObject([
    { fullName: "Đặng Thị Én", state: "verified", lastActId: actId },
    { fullName: "Ân Thị Lả", state: "submitted", lastActId: null },
  ]);
});

async function lastActOf(
  deps: TestDeps,
  { communeId, official }: Commune,
  assessmentId: string,
): Promise<string> {
  const asked = { communeId, assessmentIds: [assessmentId] };
  const [named] = valueOf(await nameCases(deps, official, asked));
  const actId = named?.lastActId ?? null;
  if (actId === null) throw new Error("nobody has reviewed it");
  return actId;
}
