import { expect } from "vitest";

import {
  findAssessment,
  lockAssessments,
  moveAssessments,
} from "#app/domain/evaluation/assessment.store.server.ts";
import { findDecisions, lockDecision } from "#app/domain/evaluation/decision.store.server.ts";
import {
  discardDecision,
  endorseInVillage,
  findQueue,
  findRegisterEntry,
  findVillageQueue,
  issueDecision,
  listDecisions,
  listRegister,
  nameCases,
  prepareDecision,
  readBulkReview,
  readCase,
  readDecision,
  refuseAssessment,
  returnFromVillage,
  returnToCitizen,
  revokeRecognition,
  undoBulkReview,
  verifyAssessments,
} from "#app/domain/evaluation/index.server.ts";
import { findQueued } from "#app/domain/evaluation/queue.store.server.ts";
import { findEntry } from "#app/domain/evaluation/register.store.server.ts";
import { Day, valueOf } from "#app/domain/kernel/index.ts";
import { addVillage, BAC_HA, TA_VAN } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import {
  addPerson,
  communeWith,
  depsOf,
  endorsed,
  handIn,
  prepare,
  SIGNER,
  submitted,
  verify,
} from "./evaluation-factory.ts";

const DECIDED_ON = Day.parse("2026-11-22");
const REASON = "Xin ghi thêm việc đã làm.";

/** Bắc Hà with a case of every kind, and an official of Tả Van who wants them. */
async function twoCommunes(database: TestDatabase) {
  const deps = depsOf(database.transact);
  const home = await communeWith(database.transact);
  const { official: stranger } = await communeWith(database.transact, { communeId: TA_VAN });
  const first = await endorsed(deps, home);
  await verify(deps, home, [first]);
  const issuedId = await prepare(deps, home);
  const issued = await issueDecision(deps, home.official, {
    communeId: BAC_HA,
    decisionId: issuedId,
    number: "1/QĐ-UBND",
    decidedOn: DECIDED_ON,
  });
  const second = await endorsed(deps, home);
  const { actId } = await verify(deps, home, [second]);
  const draftId = await prepare(deps, home);
  const waiting = await endorsed(deps, home);
  const entryId = valueOf(issued).entries[0]?.registerEntryId ?? "";
  return { deps, home, stranger, waiting, actId: actId ?? "", draftId, entryId };
}

test("an official of another commune is refused everything", async ({ database }) => {
  const { deps, stranger, waiting, actId, draftId, entryId } = await twoCommunes(database);
  const communeId = BAC_HA;
  const { assessmentId, revision } = waiting;
  const hers = { communeId, assessmentId, revision };
  const before = await everything(database);

  const answers = {
    queue: await findQueue(deps, stranger, { communeId }),
    case: await readCase(deps, stranger, { communeId, assessmentId }),
    verify: await verifyAssessments(deps, stranger, {
      communeId,
      items: [{ assessmentId, revision }],
    }),
    act: await readBulkReview(deps, stranger, { communeId, actId }),
    names: await nameCases(deps, stranger, { communeId, assessmentIds: [assessmentId] }),
    undo: await undoBulkReview(deps, stranger, { communeId, actId }),
    return: await returnToCitizen(deps, stranger, { ...hers, reason: REASON }),
    refuse: await refuseAssessment(deps, stranger, { ...hers, reason: REASON }),
    prepare: await prepareDecision(deps, stranger, { communeId, ...SIGNER }),
    discard: await discardDecision(deps, stranger, { communeId, decisionId: draftId }),
    issue: await issueDecision(deps, stranger, {
      communeId,
      decisionId: draftId,
      number: "2/QĐ-UBND",
      decidedOn: DECIDED_ON,
    }),
    decision: await readDecision(deps, stranger, { communeId, decisionId: draftId }),
    decisions: await listDecisions(deps, stranger, { communeId }),
    entry: await findRegisterEntry(deps, stranger, { communeId, registerEntryId: entryId }),
    anywhere: await findRegisterEntry(deps, stranger, { registerEntryId: entryId }),
    register: await listRegister(deps, stranger, { communeId, year: 2026 }),
    revoke: await revokeRecognition(deps, stranger, {
      communeId,
      registerEntryId: entryId,
      reason: "nham-nguoi",
      words: REASON,
    }),
  };

  const codes = Object.entries(answers).map(
    ([act, answer]) => `${act}: ${answer.ok ? "accepted" : answer.refusal.code}`,
  );
  expect(codes).toEqual([
    "queue: outside-commune",
    "case: not-yours",
    "verify: outside-commune",
    "act: outside-commune",
    "names: outside-commune",
    "undo: outside-commune",
    "return: not-yours",
    "refuse: not-yours",
    "prepare: outside-commune",
    "discard: outside-commune",
    "issue: outside-commune",
    "decision: outside-commune",
    "decisions: outside-commune",
    "entry: not-yours",
    "anywhere: not-yours",
    "register: outside-commune",
    "revoke: outside-commune",
  ]);
  expect(await everything(database)).toEqual(before);
});

test("an official who names her own commune with another's ids finds nothing", async ({
  database,
}) => {
  const { deps, stranger, waiting, actId, draftId, entryId } = await twoCommunes(database);
  const communeId = TA_VAN;
  const { assessmentId, revision } = waiting;
  const before = await everything(database);

  const verified = await verifyAssessments(deps, stranger, {
    communeId,
    items: [{ assessmentId, revision }],
  });

  expect(valueOf(verified).outcomes).toEqual([{ assessmentId, outcome: "not-found" }]);
  expect(await undoBulkReview(deps, stranger, { communeId, actId })).toMatchObject({
    refusal: { code: "unknown-act" },
  });
  expect(await readBulkReview(deps, stranger, { communeId, actId })).toMatchObject({
    refusal: { code: "unknown-act" },
  });
  expect(
    valueOf(await nameCases(deps, stranger, { communeId, assessmentIds: [assessmentId] })),
  ).toEqual([]);
  expect(await discardDecision(deps, stranger, { communeId, decisionId: draftId })).toMatchObject({
    refusal: { code: "unknown-decision" },
  });
  expect(
    await findRegisterEntry(deps, stranger, { communeId, registerEntryId: entryId }),
  ).toMatchObject({ refusal: { code: "not-yours" } });
  expect(await everything(database)).toEqual(before);
});

test("with another commune's reach even the stores see and change nothing", async ({
  database,
}) => {
  const { deps, home, stranger, waiting, draftId, entryId } = await twoCommunes(database);
  const { assessmentId } = waiting;
  const cycle = await database.transact("everywhere", (db) => db.cycle.findFirstOrThrow());
  const record = await database.transact(home.official.reach, (db) =>
    findAssessment(db, BAC_HA, assessmentId),
  );
  if (record === null) throw new Error("the case is not there");

  await database.transact(stranger.reach, async (db) => {
    expect(await findAssessment(db, BAC_HA, assessmentId)).toBeNull();
    expect((await lockAssessments(db, BAC_HA, [assessmentId])).size).toBe(0);
    expect(await findDecisions(db, BAC_HA, { cycleId: cycle.id })).toEqual([]);
    expect(await lockDecision(db, BAC_HA, draftId)).toBeNull();
    expect(await findEntry(db, [BAC_HA], entryId)).toBeNull();
    const queued = await findQueued(db, {
      communeId: BAC_HA,
      cycleId: cycle.id,
      states: ["endorsed"],
      villageId: null,
      search: "",
      limit: 50,
      offset: 0,
    });
    expect(queued.found).toBe(0);
  });
  await expect(
    database.transact(stranger.reach, (db) =>
      moveAssessments(db, [record], "verified", deps.now()),
    ),
  ).rejects.toThrow(/without being held/u);
});

test("an attestor reviews neither his own case nor another village's", async ({ database }) => {
  const deps = depsOf(database.transact);
  const here = await communeWith(database.transact);
  const there = await communeWith(database.transact, { village: "Tả Hồ" });
  const { communeId, attestor } = here;
  const own = await handIn(deps, attestor);
  const foreign = await submitted(deps, there);

  expect(await endorseInVillage(deps, attestor, { communeId, ...own, words: "" })).toMatchObject({
    refusal: { code: "own-case" },
  });
  expect(
    await endorseInVillage(deps, attestor, { communeId, ...foreign, words: "" }),
  ).toMatchObject({ refusal: { code: "not-yours" } });
  expect(
    await returnFromVillage(deps, attestor, { communeId, ...foreign, reason: REASON }),
  ).toMatchObject({ refusal: { code: "not-yours" } });
  expect(await findVillageQueue(deps, attestor, { villageId: there.villageId })).toMatchObject({
    refusal: { code: "outside-village" },
  });
  expect(await findVillageQueue(deps, here.official, { villageId: here.villageId })).toMatchObject({
    refusal: { code: "outside-village" },
  });
});

test("a neighbour reads nobody's case; the owner reads her own unlogged", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId } = commune;
  const { person, assessmentId } = await submitted(deps, commune);
  const neighbour = await addPerson(database.transact, {
    villageId: await addVillage(database.transact),
  });

  expect(await readCase(deps, neighbour, { communeId, assessmentId })).toMatchObject({
    refusal: { code: "not-yours" },
  });
  expect(valueOf(await readCase(deps, person, { communeId, assessmentId })).own).toBe(true);
  const logged = await database.transact("everywhere", (db) =>
    db.auditEntry.count({ where: { action: "assessment.read" } }),
  );
  expect(logged).toBe(0);
});

/** What an act that is refused must leave as it was. */
function everything(database: TestDatabase) {
  return database.transact("everywhere", async (db) => ({
    assessments: await db.assessment.findMany({ orderBy: { id: "asc" } }),
    reviews: await db.review.count(),
    decisions: await db.decision.findMany({ orderBy: { id: "asc" } }),
    entries: await db.registerEntry.count(),
    revocations: await db.revocation.count(),
    audit: await db.auditEntry.count(),
  }));
}
