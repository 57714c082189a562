import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "vitest";

import { readCriteriaFiles } from "#app/domain/criteria/index.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { packageActs } from "#app/domain/cmi5/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { rebuildProgress } from "#app/domain/learning/index.server.ts";
import { type Deps, openDeps } from "#app/server/boot/deps.server.ts";
import { ensureSample } from "#app/server/sample/ensure-sample.server.ts";
import { removeSample } from "#app/server/sample/remove-sample.server.ts";
import { LEARNING_RULES } from "#tests/setup/course.ts";
import { LIMITS } from "#tests/setup/course-package.ts";
import { addPerson, addVillage, NOW } from "#tests/setup/people.ts";
import { test as base } from "#tests/setup/test-with-db.ts";

const test = base.extend<{ readonly deps: Deps }>({
  deps: async ({ database }, use) => {
    const { catalogue } = await readCatalogue("content/courses");
    const { processes } = await readCriteriaFiles("content/criteria");
    const deps = openDeps({
      databaseUrl: database.url,
      role: "nephoc_app",
      secret: "bí mật của bài kiểm tra, đủ dài để dùng",
      dataFolder: await mkdtemp(join(tmpdir(), "nep-hoc-sample-")),
      origin: "http://localhost",
      contentOrigin: "http://localhost:1",
      packageLimits: LIMITS,
      baseIri: "https://nep-hoc.example/xapi",
      catalogue: () => catalogue,
      learningRules: LEARNING_RULES,
      processes: () => processes,
      holdsSample: () => true,
      now: () => NOW,
    });
    await use(deps);
    await deps.close();
  },
});

test("the sample province is the same every time, in every state, marked, and goes without a trace", async ({
  deps,
  database: { ownerUrl },
}) => {
  const options = { wanted: true, ownerUrl };
  const signIns = await ensureSample(deps, options);
  const seen = await deps.transact("everywhere", async (db) => ({
    unmarked: await db.person.count({ where: { sample: false } }),
    states: await db.assessment.groupBy({ by: ["state"] }),
    statements: await db.xapiStatement.count(),
    certificates: await db.courseCertificate.count(),
    finished: await db.courseProgress.count({ where: { completedAt: { not: null } } }),
    faults: (await verifyAudit(db)).faults,
    progress: await db.courseProgress.findMany({
      orderBy: [{ personId: "asc" }, { courseId: "asc" }],
    }),
  }));

  expect(signIns.map(({ cardCode, name }) => `${cardCode} ${name}`)).toEqual([
    "Y5ZV-Z4R2 Cứ Thị Xúa",
    "9KKT-2WYT Sùng Thị Mỷ",
    "Y2GY-FGTZ Lục Bích Duyên",
    "G7NQ-B72G Hà Thu Duyên",
    "6V7W-4C32 Cứ Mí Dơ",
    "ECZ2-KK4X Trần Đức Tiến",
  ]);
  expect(seen.unmarked).toBe(0);
  expect(seen.states.map(({ state }) => state).toSorted()).toEqual([
    "draft",
    "endorsed",
    "recognised",
    "refused",
    "returned",
    "submitted",
    "verified",
  ]);
  expect(seen.faults).toEqual([]);
  expect(seen.finished).toBeGreaterThan(20);
  expect(seen.certificates).toBe(seen.finished);

  const rebuilt = await deps.transact("everywhere", async (db) => {
    const packages = packageActs(db, deps);
    const { statements } = valueOf(await rebuildProgress(db, deps.baseIri, packages));
    const rows = await db.courseProgress.findMany({
      orderBy: [{ personId: "asc" }, { courseId: "asc" }],
    });
    return { statements, rows };
  });
  expect(rebuilt).toEqual({ statements: seen.statements, rows: seen.progress });

  const removed = await removeSample(ownerUrl);
  const left = await deps.transact("everywhere", async (db) => [
    await db.person.count(),
    await db.xapiStatement.count(),
    await db.auditEntry.count(),
    await db.place.count({ where: { sample: true } }),
  ]);
  expect(removed?.people).toBeGreaterThan(70);
  expect(left).toEqual([0, 0, 0, 0]);
  expect(await ensureSample(deps, options)).toEqual([]);
}, 240_000);

test("no sample is made beside real people, and removing it touches none of them", async ({
  deps,
  database: { transact, ownerUrl },
}) => {
  await addPerson(transact, { villageId: await addVillage(transact) });

  expect(await ensureSample(deps, { wanted: true, ownerUrl })).toEqual([]);
  expect(await removeSample(ownerUrl)).toBeNull();
  expect(await transact("everywhere", (db) => db.person.count())).toBe(1);
});
