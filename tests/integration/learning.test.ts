import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import type { LearningDeps } from "#app/domain/learning/index.ts";
import {
  startQuizAttempt,
  openLesson,
  readLearningRecord,
  readMyAttempt,
  readMyCourse,
  rebuildProgress,
  submitQuiz,
} from "#app/domain/learning/index.server.ts";
import { Statement, statementText } from "#app/domain/xapi/index.ts";
import { findStatements } from "#app/domain/xapi/index.server.ts";
import { courseWith, STATEMENT_IDS } from "#tests/setup/course.ts";
import { addPerson, addVillage, BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

const BASE_IRI = "https://nep-hoc.example/xapi";
const RIGHT = { q1: ["0"], q2: ["0"] };
const HALF = { q1: ["0"], q2: ["1"] };
const WRONG = { q1: ["1"], q2: ["1"] };

function learning(transact: Transact): LearningDeps & { pass: (milliseconds: number) => void } {
  let now = NOW.getTime();
  return {
    transact,
    catalogue: () => [courseWith()],
    baseIri: BASE_IRI,
    statementIds: STATEMENT_IDS,
    now: () => new Date(now),
    newId: () => uuidv7(),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

async function learner(transact: Transact): Promise<Actor> {
  return addPerson(transact, { villageId: await addVillage(transact) });
}

async function* noPackages() {}

/** Draws a quiz and hands it in. */
async function take(
  deps: LearningDeps,
  her: Actor,
  lessonId: string,
  answers: Record<string, string[]>,
): Promise<{ readonly attemptId: string }> {
  const ref = { courseId: "khoa-mau", lessonId };
  const { id: token } = valueOf(await startQuizAttempt(deps, her, ref));
  return valueOf(await submitQuiz(deps, her, { ...ref, token, answers }));
}

test("a passed quiz completes its lesson, and the last one the course", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);

  await openLesson(deps, her, { courseId: "khoa-mau", lessonId: "bai-mot" });
  for (const lesson of ["bai-mot", "bai-hai", "final"]) {
    await take(deps, her, lesson, RIGHT);
  }

  const state = await readMyCourse(deps, her, "khoa-mau");
  expect(state?.completedAt).toEqual(NOW);
  const record = await database.transact(her.reach, (db) =>
    readLearningRecord(db, her.communeId, her.personId, 2026),
  );
  expect(record).toMatchObject({ minutes: 12 + 12 + 20, lessonsCompleted: 3, activeWeeks: 1 });
});

test("a failed quiz leaves the lesson open and may be tried again", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);

  await take(deps, her, "bai-mot", WRONG);
  const failed = await readMyCourse(deps, her, "khoa-mau");
  await take(deps, her, "bai-mot", HALF);
  const passed = await readMyCourse(deps, her, "khoa-mau");

  expect(failed?.lessons.get("bai-mot")).toMatchObject({ completedAt: null, bestScaled: 0 });
  expect(passed?.lessons.get("bai-mot")).toMatchObject({ completedAt: NOW, attempts: 2 });
});

test("a double tap, or a reload of the answer, counts once", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const ref = { courseId: "khoa-mau", lessonId: "bai-mot" };
  const { id: token } = valueOf(await startQuizAttempt(deps, her, ref));

  const taps = await Promise.all(
    [RIGHT, RIGHT, WRONG, RIGHT].map((answers) =>
      submitQuiz(deps, her, { ...ref, token, answers }),
    ),
  );

  const ids = new Set(taps.map((tap) => valueOf(tap).attemptId));
  expect(ids.size).toBe(1);
  const state = await readMyCourse(deps, her, "khoa-mau");
  expect(state?.lessons.get("bai-mot")?.attempts).toBe(1);
});

test("an unanswered question is named, nothing is judged, and the other answers are kept", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);

  const ref = { courseId: "khoa-mau", lessonId: "bai-mot" };
  const { id: token } = valueOf(await startQuizAttempt(deps, her, ref));
  const result = await submitQuiz(deps, her, { ...ref, token, answers: { q1: ["0"], q2: ["  "] } });

  expect(result).toEqual({
    ok: false,
    refusal: { code: "incomplete", missing: ["q2"], numbers: [2] },
  });
  expect(await readMyCourse(deps, her, "khoa-mau")).toBeNull();
  expect(valueOf(await startQuizAttempt(deps, her, ref))).toMatchObject({
    id: token,
    answers: { q1: ["0"] },
  });
});

test("each act is a valid xAPI 2.0 statement by an opaque account", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);

  await openLesson(deps, her, { courseId: "khoa-mau", lessonId: "bai-mot" });
  await take(deps, her, "bai-mot", RIGHT);

  const kept = await database.transact(her.reach, (db) =>
    findStatements(db, { ascending: true }, { limit: 100 }),
  );
  const statements = kept.statements.map(({ payload, ...one }) =>
    Statement.parse(JSON.parse(statementText({ ...one, payload: payload ?? "" }))),
  );
  expect(statements.map(({ verb }) => verb.id.split("/").at(-1))).toEqual([
    "initialized",
    "answered",
    "answered",
    "passed",
    "completed",
  ]);
  for (const statement of statements) {
    expect(statement.actor.account).toEqual({ homePage: BASE_IRI, name: her.accountId });
    expect(statement.version).toBe("2.0.0");
    expect(JSON.stringify(statement)).not.toContain("Giàng");
  }
});

test("nobody reads another's attempt", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const neighbour = await addPerson(database.transact, { villageId: her.villageId });
  const { attemptId } = await take(deps, her, "bai-mot", RIGHT);

  expect((await readMyAttempt(deps, her, attemptId)).ok).toBe(true);
  expect((await readMyAttempt(deps, neighbour, attemptId)).ok).toBe(false);
});

test("progress rebuilt from the statements is the same, row by row", async ({ database }) => {
  const deps = learning(database.transact);
  const villageId = await addVillage(database.transact);
  const elsewhere = await addVillage(database.transact, { communeId: TA_VAN });
  const people = [
    await addPerson(database.transact, { villageId }),
    await addPerson(database.transact, { communeId: TA_VAN, villageId: elsewhere }),
  ];
  const act = fc.record({
    who: fc.constantFrom(...people),
    lesson: fc.constantFrom("bai-mot", "bai-hai", "final"),
    answers: fc.constantFrom(null, RIGHT, HALF, WRONG),
    later: fc.integer({ min: 0, max: 86_400_000 }),
  });
  const rows = () =>
    database.transact("everywhere", async (db) => ({
      courses: await db.courseProgress.findMany({ orderBy: { personId: "asc" } }),
      lessons: await db.lessonProgress.findMany({
        orderBy: [{ personId: "asc" }, { lessonId: "asc" }],
      }),
      attempts: await db.attempt.findMany({ orderBy: { id: "asc" } }),
    }));

  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
      for (const { who, lesson, answers, later } of acts) {
        deps.pass(later);
        if (answers === null)
          await openLesson(deps, who, { courseId: "khoa-mau", lessonId: lesson });
        else await take(deps, who, lesson, answers);
      }
      const before = await rows();
      await database.transact("everywhere", (db) => rebuildProgress(db, BASE_IRI, noPackages()));
      expect(await rows()).toEqual(before);
    }),
    { numRuns: 12 },
  );
});

test("a statement is kept for good: neither changed nor removed", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  await take(deps, her, "bai-mot", RIGHT);

  const change = database.transact([BAC_HA], (db) =>
    db.xapiStatement.updateMany({ data: { payload: "{}" } }),
  );
  const removal = database.transact([BAC_HA], (db) => db.xapiStatement.deleteMany());

  await expect(change).rejects.toThrow(/permission denied|append-only/u);
  await expect(removal).rejects.toThrow(/permission denied|append-only/u);
});
