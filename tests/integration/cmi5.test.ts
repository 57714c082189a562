import { readFile } from "node:fs/promises";

import { expect } from "vitest";

import {
  addPackage,
  launchUnit,
  listCourses,
  listPackages,
  packageActs,
  readCourse,
  waiveUnit,
  withdrawPackage,
} from "#app/domain/cmi5/index.server.ts";
import { courseIdOf } from "#app/domain/cmi5/index.ts";
import { CATEGORY, EXTENSION } from "#app/domain/cmi5/vocabulary.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { readLearningRecord, rebuildProgress } from "#app/domain/learning/index.server.ts";
import { au, block, packageOf, publisherId } from "#tests/setup/course-package.ts";
import { LAO_CAI } from "#tests/setup/people.ts";

import { test, verbsOf, wordOf } from "./cmi5-factory.ts";

const TWO = [
  block("mot", au("a", { more: 'moveOn="CompletedAndPassed" masteryScore="0.8"' })),
  au("b", { more: 'moveOn="Completed"' }),
];

test("a learner opens a package, finishes it, and it stands in her record like any course", async ({
  learning: { deps, learner, offer, unitsOf, launch, told },
  database: { transact },
}) => {
  const packageId = await offer(TWO, { minutes: 61 });
  const [a = "", b = ""] = await unitsOf(packageId);
  const first = await launch(packageId, a);
  expect(
    await first.say("initialized", "experienced", "completed", "passed", "terminated"),
  ).toBeNull();
  const second = await launch(packageId, b);
  expect(await second.say("initialized", "completed", "terminated")).toBeNull();

  const { registration } = first.grant.frame;
  expect(second.grant.frame.registration).toBe(registration);
  const statements = await told(registration);
  expect(verbsOf(statements)).toEqual([
    "launched",
    "initialized",
    "experienced",
    "completed",
    "passed",
    "terminated",
    "satisfied",
    "launched",
    "initialized",
    "completed",
    "terminated",
    "satisfied",
  ]);
  const [, ofCourse] = statements.filter(({ verb }) => wordOf(verb.id) === "satisfied");
  expect(ofCourse?.context).toMatchObject({
    extensions: { [EXTENSION.sessionId]: second.grant.frame.sessionId },
    contextActivities: {
      grouping: [{ id: publisherId("khoa-cam") }],
      category: [{ id: CATEGORY.cmi5 }],
    },
  });

  const record = await transact(learner.reach, (db) =>
    readLearningRecord(db, learner.communeId, learner.personId, 2026),
  );
  expect(record).toMatchObject({ minutes: 61, lessonsCompleted: 2 });
  expect(record.courses).toMatchObject([
    { courseId: courseIdOf(packageId), lessonsDone: 2, finalScaled: 0.9 },
  ]);
  expect(record.courses[0]?.completedAt).not.toBeNull();
  expect(await listCourses(deps, learner)).toMatchObject([
    { packageId, done: { units: 2, learned: true } },
  ]);
});

test("progress that is derived anew is the same, with two versions, a waiver and a failed try", async ({
  learning: { deps, officer, learner, other, offer, unitsOf, launch, pass },
  database: { transact },
}) => {
  const packageId = await offer(TWO);
  const [a = "", b = ""] = await unitsOf(packageId);
  await (await launch(packageId, a)).say("initialized", "failed", "terminated");
  await (await launch(packageId, a, other)).say("initialized", "completed");
  valueOf(
    await waiveUnit(deps, officer, {
      provinceId: LAO_CAI,
      packageId,
      unit: b,
      card: "abcd-2345",
      reason: "Administrative",
    }),
  );
  pass(60);
  await offer([...TWO, au("c", { more: 'moveOn="Passed"' })]);
  valueOf(await launchUnit(deps, other, { packageId, unit: a, newVersion: true }));
  const again = await launch(packageId, a);
  expect(await again.say("initialized", "passed", "completed", "terminated")).toBeNull();

  const rows = () =>
    transact("everywhere", async (db) => ({
      courses: await db.courseProgress.findMany({ orderBy: { personId: "asc" } }),
      lessons: await db.lessonProgress.findMany({
        orderBy: [{ personId: "asc" }, { lessonId: "asc" }],
      }),
    }));
  const before = await rows();
  expect(before.courses.length).toBe(2);
  expect(before.courses.find(({ personId }) => personId === learner.personId)).toMatchObject({
    // One is waived, which is progress but nothing learned.
    lessonsDone: 1,
    completedAt: null,
    minutes: 30,
    finalScaled: 0.9,
  });
  await transact("everywhere", (db) => rebuildProgress(db, deps.baseIri, packageActs(db, deps)));
  expect(await rows()).toEqual(before);
});

test("a course that asks nothing is satisfied at registration, in a session of its own, and not learned by that", async ({
  learning: { deps, learner, offer, unitsOf, launch, told },
}) => {
  const packageId = await offer([block("mot", au("a"))]);
  const [a = ""] = await unitsOf(packageId);
  const { grant } = await launch(packageId, a);
  const statements = await told(grant.frame.registration);
  expect(verbsOf(statements)).toEqual(["satisfied", "satisfied", "launched"]);
  const sessions = statements.map(({ context }) => context?.extensions?.[EXTENSION.sessionId]);
  expect(sessions[0]).toBe(sessions[1]);
  expect(sessions[0]).not.toBe(sessions[2]);
  expect(valueOf(await readCourse(deps, learner, packageId)).done).toEqual({
    units: 0,
    learned: false,
  });
});

test("who began an old version keeps it, who begins now is given the new one", async ({
  learning: { deps, learner, other, offer, unitsOf, launch },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const old = await launch(packageId, a);
  expect(await offer([...TWO, au("c")])).toBe(packageId);

  expect((await unitsOf(packageId)).length).toBe(2);
  expect((await unitsOf(packageId, other)).length).toBe(3);
  expect(valueOf(await readCourse(deps, learner, packageId)).isOutdated).toBe(true);
  const again = await launch(packageId, a);
  expect(again.grant.frame.registration).toBe(old.grant.frame.registration);

  const moved = valueOf(await launchUnit(deps, learner, { packageId, unit: a, newVersion: true }));
  expect(new URL(moved.url).searchParams.get("registration")).not.toBe(
    old.grant.frame.registration,
  );
  expect(new URL(moved.url).searchParams.get("activityId")).toBe(old.grant.frame.activityId);
  expect((await unitsOf(packageId)).length).toBe(3);
});

test("an officer uploads, and the files lie on disk by their version", async ({
  learning: { deps, officer, offer },
}) => {
  const packageId = await offer(TWO);
  const [listed] = valueOf(await listPackages(deps, officer, { provinceId: LAO_CAI }));
  const version = listed?.versions[0];
  expect(listed).toMatchObject({ id: packageId, subject: "agriculture", learners: 0 });
  const path = deps.packageFiles.pathOf(version?.sha256 ?? "", "index.html");
  expect(await readFile(path, "utf8")).toBe("<h1>Bài</h1>");
  // The very same file again is no new version.
  expect(await offer(TWO)).toBe(packageId);
  const [again] = valueOf(await listPackages(deps, officer, { provinceId: LAO_CAI }));
  expect(again?.versions.length).toBe(1);
});

test("only an officer of the province uploads, withdraws and lets off; each of it is in the log", async ({
  learning: { deps, officer, learner, offer, unitsOf },
  database: { transact },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const bytes = await packageOf(TWO);
  const upload = {
    provinceId: LAO_CAI,
    upload: bytes,
    bytes: bytes.byteLength,
    fileName: "x.zip",
    subject: "digital" as const,
    minutes: 10,
  };
  const waiver = {
    provinceId: LAO_CAI,
    packageId,
    unit: a,
    card: "ABCD-2345",
    reason: "Tested Out" as const,
  };
  const refused = { ok: false, refusal: { code: "not-officer" } };
  const withdrawal = { provinceId: LAO_CAI, packageId, withdrawn: true };
  expect(await addPackage(deps, learner, upload)).toEqual(refused);
  expect(await withdrawPackage(deps, learner, withdrawal)).toEqual(refused);
  expect(await waiveUnit(deps, learner, waiver)).toEqual(refused);
  expect(await listPackages(deps, learner, { provinceId: LAO_CAI })).toEqual(refused);

  expect(await waiveUnit(deps, officer, { ...waiver, card: "ABCD-9999" })).toMatchObject({
    refusal: { code: "unknown-card" },
  });
  valueOf(await waiveUnit(deps, officer, waiver));
  expect(await waiveUnit(deps, officer, waiver)).toMatchObject({
    refusal: { code: "done-already" },
  });
  valueOf(await withdrawPackage(deps, officer, withdrawal));
  valueOf(await withdrawPackage(deps, officer, withdrawal));
  const log = await transact("everywhere", (db) =>
    db.auditEntry.findMany({
      orderBy: { at: "asc" },
      where: { action: { startsWith: "package." } },
    }),
  );
  expect(log.map(({ action }) => action).toSorted()).toEqual([
    "package.added",
    "package.unit-waived",
    "package.withdrawn",
  ]);
  expect(log.every(({ actorOffice }) => actorOffice.startsWith("Chuyên viên"))).toBe(true);
});

test("a waiver is told with its reason, in a session that it shares with what it satisfies alone", async ({
  learning: { deps, officer, offer, unitsOf, launch, told },
}) => {
  const packageId = await offer([au("a", { more: 'moveOn="Passed"' })]);
  const [a = ""] = await unitsOf(packageId);
  const { grant, say } = await launch(packageId, a);
  await say("initialized", "terminated");
  const reason = "Equivalent Outside Activity";
  const waiver = { provinceId: LAO_CAI, packageId, unit: a, card: "ABCD2345", reason } as const;
  valueOf(await waiveUnit(deps, officer, waiver));
  const statements = await told(grant.frame.registration);
  expect(verbsOf(statements)).toEqual([
    "launched",
    "initialized",
    "terminated",
    "waived",
    "satisfied",
  ]);
  const [waived, satisfied] = statements.slice(3);
  expect(waived).toMatchObject({
    object: { id: grant.frame.activityId },
    result: { success: true, completion: true, extensions: { [EXTENSION.reason]: reason } },
  });
  const session = waived?.context?.extensions?.[EXTENSION.sessionId];
  expect(session).not.toBe(grant.frame.sessionId);
  expect(satisfied?.context?.extensions?.[EXTENSION.sessionId]).toBe(session);
});

test("a withdrawn package is begun by nobody, and gone on with by who began it", async ({
  learning: { deps, officer, learner, other, offer, unitsOf, launch },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  await launch(packageId, a);
  valueOf(
    await withdrawPackage(deps, officer, { provinceId: LAO_CAI, packageId, withdrawn: true }),
  );
  expect((await launchUnit(deps, learner, { packageId, unit: a })).ok).toBe(true);
  expect(await launchUnit(deps, other, { packageId, unit: a })).toMatchObject({
    refusal: { code: "withdrawn" },
  });
  expect(await listCourses(deps, other)).toEqual([]);
  expect((await listCourses(deps, learner)).length).toBe(1);
});
