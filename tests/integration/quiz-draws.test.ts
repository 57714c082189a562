import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import {
  startQuizAttempt,
  findOpenQuiz,
  findTriesLeft,
  keepAnswersOf,
  readLearningRecord,
  readLessonVersion,
  readMyAttempt,
  readMyCourse,
  saveAnswers,
  submitQuiz,
  tickPractice,
} from "#app/domain/learning/index.server.ts";
import { courseWith, lessonWith } from "#tests/setup/course.ts";
import { addPerson } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  all,
  BASE_IRI,
  DAY_MS,
  FINAL,
  learner,
  learning,
  type Learning,
  LESSON,
  pool,
  RIGHT,
  V1,
  V2,
  WRONG,
} from "./learning-factory.ts";

const attempts = async (deps: Learning, her: Actor, lessonId: string) =>
  (await readMyCourse(deps, her, "khoa-mau"))?.lessons.get(lessonId)?.attempts ?? 0;

test("a quiz that was begun on one phone is there on another, with its answers", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);

  const { id: token } = valueOf(await startQuizAttempt(deps, her, LESSON));
  const saved = await saveAnswers(deps, her, { ...LESSON, token, answers: { q1: ["0"] } });

  expect(valueOf(saved)).toEqual({ missing: ["q2"] });
  expect(valueOf(await startQuizAttempt(deps, her, LESSON))).toMatchObject({
    id: token,
    answers: { q1: ["0"] },
  });
  expect(await findOpenQuiz(deps, her, LESSON)).toEqual({ answered: 1, questions: 2 });
});

test("a blank field keeps what was answered elsewhere, and all together is handed in", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const { id: token } = valueOf(await startQuizAttempt(deps, her, LESSON));

  await saveAnswers(deps, her, { ...LESSON, token, answers: { q1: ["0"] } });
  const answers = { q1: [""], q2: ["0"] };
  const { attemptId } = valueOf(await submitQuiz(deps, her, { ...LESSON, token, answers }));

  expect(valueOf(await readMyAttempt(deps, her, attemptId))).toMatchObject({
    scoreRaw: 2,
    questions: ["q1", "q2"],
  });
  expect(await findOpenQuiz(deps, her, LESSON)).toBeNull();
});

test("what she wrote when her session had ended is kept, and changes no answer of hers", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const { id: token } = valueOf(await startQuizAttempt(deps, her, LESSON));
  await saveAnswers(deps, her, { ...LESSON, token, answers: { q1: ["0"] } });

  await keepAnswersOf(deps, { ...LESSON, token, answers: { q1: ["1"], q2: ["1"], q9: ["0"] } });
  await keepAnswersOf(deps, { ...LESSON, token: "khong-co", answers: RIGHT });
  await keepAnswersOf(deps, { ...FINAL, token, answers: RIGHT });

  expect(valueOf(await startQuizAttempt(deps, her, LESSON)).answers).toEqual({
    q1: ["0"],
    q2: ["1"],
  });
});

test("a form of another person's quiz saves nothing and hands in nothing", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const neighbour = await addPerson(database.transact, { villageId: her.villageId });
  const { id: token } = valueOf(await startQuizAttempt(deps, her, LESSON));

  for (const who of [neighbour, her]) {
    const ref = who === her ? FINAL : LESSON;
    const saved = await saveAnswers(deps, who, { ...ref, token, answers: RIGHT });
    const sent = await submitQuiz(deps, who, { ...ref, token, answers: RIGHT });
    expect([saved, sent]).toEqual([
      { ok: false, refusal: { code: "not-drawn" } },
      { ok: false, refusal: { code: "not-drawn" } },
    ]);
  }
  expect(valueOf(await startQuizAttempt(deps, her, LESSON)).answers).toEqual({});
});

test("opened on many phones at once, it is one quiz; handed in from all of them, one attempt", async ({
  database,
}) => {
  const deps = learning(database.transact, pool(10, { draw: 4 }));
  const people = [await learner(database.transact), await learner(database.transact)];
  const step = fc.record({
    who: fc.constantFrom(...people),
    lesson: fc.constantFrom(LESSON, FINAL),
    places: fc.array(fc.constantFrom("0", "1"), { minLength: 2, maxLength: 5 }),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { who, lesson, places } of steps) {
        const before = await attempts(deps, who, lesson.lessonId);
        const draws = await Promise.all(places.map(() => startQuizAttempt(deps, who, lesson)));
        expect(new Set(draws.map((drawn) => valueOf(drawn).id)).size).toBe(1);
        const sent = await Promise.all(
          places.map((place, index) => {
            const { id: token, questions } = valueOf(draws[index] ?? draws[0] ?? fail());
            const answers = all(questions, place);
            return submitQuiz(deps, who, { ...lesson, token, answers });
          }),
        );
        expect(new Set(sent.map((each) => valueOf(each).attemptId)).size).toBe(1);
        expect(await attempts(deps, who, lesson.lessonId)).toBe(before + 1);
      }
    }),
    { numRuns: 15 },
  );
});

function fail(): never {
  throw new Error("nothing was drawn");
}

test("saved on two phones at the same moment, no answer is lost", async ({ database }) => {
  const deps = learning(database.transact, pool(8));
  const her = await learner(database.transact);
  const { id: token, questions } = valueOf(await startQuizAttempt(deps, her, FINAL));

  await Promise.all(
    questions.map(({ id }) =>
      saveAnswers(deps, her, { ...FINAL, token, answers: { [id]: ["0"] } }),
    ),
  );

  expect(valueOf(await startQuizAttempt(deps, her, FINAL)).answers).toEqual(all(questions, "0"));
});

test("the final test draws some questions of its pool, each draw others, and no answer goes out", async ({
  database,
}) => {
  const deps = learning(database.transact, pool(10, { draw: 4 }));
  const her = await learner(database.transact);
  const orders: string[] = [];
  for (let draw = 0; draw < 6; draw += 1) {
    const drawn = valueOf(await startQuizAttempt(deps, her, FINAL));
    expect(new Set(drawn.questions.map(({ id }) => id)).size).toBe(4);
    expect(drawn.assessed).toBe(true);
    expect(JSON.stringify(drawn)).not.toMatch(/correct|explanation|Vì thế/u);
    orders.push(drawn.questions.map(({ id }) => id).join(" "));
    const answers = all(drawn.questions, "0");
    const sent = valueOf(await submitQuiz(deps, her, { ...FINAL, token: drawn.id, answers }));
    const attempt = valueOf(await readMyAttempt(deps, her, sent.attemptId));
    expect(attempt).toMatchObject({ scoreRaw: 4, scoreMax: 4, passed: true });
    expect(attempt.questions.join(" ")).toBe(orders.at(-1));
  }
  expect(new Set(orders).size).toBeGreaterThan(1);
});

test("tries are used up for the day in Vietnam, and are there again the next morning", async ({
  database,
}) => {
  const deps = learning(database.transact, pool(3, { triesADay: 2 }));
  const her = await learner(database.transact);
  const take = async () => {
    const drawn = await startQuizAttempt(deps, her, FINAL);
    if (!drawn.ok) return drawn.refusal;
    const answers = all(drawn.value.questions, "1");
    await submitQuiz(deps, her, { ...FINAL, token: drawn.value.id, answers });
    return null;
  };
  const usedUp = { code: "no-tries-left", triesADay: 2, again: "2026-11-23" };

  expect(await findTriesLeft(deps, her, FINAL)).toBe(2);
  expect([await take(), await take(), await take()]).toEqual([null, null, usedUp]);
  expect(await findTriesLeft(deps, her, FINAL)).toBe(0);
  // Ten in the morning; midnight in Vietnam is fourteen hours on.
  deps.pass(14 * 60 * 60 * 1000 - 1);
  expect(await take()).toEqual(usedUp);
  deps.pass(1);
  expect(await take()).toBeNull();
});

test("a quiz that is open is hers to finish, whatever tries are left", async ({ database }) => {
  const deps = learning(database.transact, pool(3, { triesADay: 1 }));
  const her = await learner(database.transact);
  const { id } = valueOf(await startQuizAttempt(deps, her, FINAL));
  deps.pass(3 * DAY_MS);

  const again = valueOf(await startQuizAttempt(deps, her, FINAL));
  expect(again.id).toBe(id);
  const answers = all(again.questions, "1");
  valueOf(await submitQuiz(deps, her, { ...FINAL, token: id, answers }));
  // The try was of the day it was drawn.
  expect((await startQuizAttempt(deps, her, FINAL)).ok).toBe(true);
});

test("a quiz is answered and judged by the text it was drawn from", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const { id: token } = valueOf(await startQuizAttempt(deps, her, LESSON));
  const [only] = lessonWith().questions;
  const changed = lessonWith({
    version: V2,
    questions:
      only?.type === "one" ? [{ ...only, id: "q9", choices: [...only.choices].toReversed() }] : [],
  });
  deps.publish(courseWith({ lessons: [changed] }));

  const again = valueOf(await startQuizAttempt(deps, her, LESSON));
  const { attemptId } = valueOf(await submitQuiz(deps, her, { ...LESSON, token, answers: RIGHT }));
  const next = valueOf(await startQuizAttempt(deps, her, LESSON));

  expect(again).toMatchObject({ id: token, contentVersion: V1 });
  expect(valueOf(await readMyAttempt(deps, her, attemptId))).toMatchObject({
    contentVersion: V1,
    scoreRaw: 2,
    passed: true,
  });
  expect(next.questions.map(({ id }) => id)).toEqual(["q9"]);
  const kept = await readLessonVersion(deps, { ...LESSON, version: V1 });
  expect(kept).toEqual(lessonWith());
});

test("a task done in real life is ticked once, and a task that is not there is refused", async ({
  database,
}) => {
  const practice = { type: "practice" as const, id: "thu-quet", children: [] };
  const lesson = lessonWith({ blocks: [{ type: "tip", children: [practice] }] });
  const deps = learning(database.transact, courseWith({ lessons: [lesson] }));
  const her = await learner(database.transact);

  const taps = await Promise.all(
    [1, 2, 3].map(() => tickPractice(deps, her, { ...LESSON, practiceId: "thu-quet" })),
  );
  const other = await tickPractice(deps, her, { ...LESSON, practiceId: "hoi-gia" });

  expect(taps.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(other).toEqual({ ok: false, refusal: { code: "unknown-practice" } });
  const state = await readMyCourse(deps, her, "khoa-mau");
  expect(state?.lessons.get("bai-mot")).toMatchObject({ practised: ["thu-quet"], minutes: 0 });
  const statements = await database.transact("everywhere", (db) => db.xapiStatement.count());
  expect(statements).toBe(1);
});

test("who helped stands in every statement, in the attempt and with the lesson, and costs nothing", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const alone = await learner(database.transact);
  const her: Actor = { ...(await learner(database.transact)), helper: "child" };
  const results = [];
  for (const who of [alone, her]) {
    const { id: token } = valueOf(await startQuizAttempt(deps, who, LESSON));
    const sent = valueOf(await submitQuiz(deps, who, { ...LESSON, token, answers: RIGHT }));
    const attempt = valueOf(await readMyAttempt(deps, who, sent.attemptId));
    const state = await readMyCourse(deps, who, "khoa-mau");
    results.push({ attempt, lesson: state?.lessons.get("bai-mot") });
  }
  const [first, second] = results;

  expect(second?.attempt).toMatchObject({ helper: "child", scoreRaw: first?.attempt.scoreRaw });
  expect(second?.lesson).toMatchObject({ helper: "child", minutes: first?.lesson?.minutes });
  expect(first?.lesson?.helper).toBeNull();
  const records = await database.transact("everywhere", async (db) => [
    await readLearningRecord(db, alone.communeId, alone.personId, 2026),
    await readLearningRecord(db, her.communeId, her.personId, 2026),
  ]);
  expect(records.map(({ helpedLessons, minutes }) => [helpedLessons, minutes])).toEqual([
    [0, 12],
    [1, 12],
  ]);
  const rows = await database.transact("everywhere", (db) => db.xapiStatement.findMany());
  const helped = rows.filter(({ payload }) => payload?.includes(`${BASE_IRI}/ext/helper`));
  // Opened, two answers, the quiz, the lesson: of hers alone.
  expect([rows.length, helped.length]).toEqual([10, 5]);
});

test("a token that is no token is refused", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);

  const sent = [
    await submitQuiz(deps, her, { ...LESSON, token: "1", answers: WRONG }),
    await submitQuiz(deps, her, { ...LESSON, token: uuidv7(), answers: WRONG }),
    await submitQuiz(deps, her, { ...LESSON, lessonId: "khac", token: uuidv7(), answers: WRONG }),
  ];

  expect(sent.map((each) => (each.ok ? "ok" : each.refusal.code))).toEqual([
    "token-unreadable",
    "not-drawn",
    "unknown-lesson",
  ]);
});
