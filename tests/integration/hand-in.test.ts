import { expect } from "vitest";

import { valueOf } from "#app/domain/kernel/index.ts";
import {
  replayQuarantined,
  startQuizAttempt,
  handIn,
  keepLessonVersions,
  readLearningRecord,
  readMyAttempt,
  readMyCourse,
  saveAnswers,
  submitQuiz,
} from "#app/domain/learning/index.server.ts";
import { courseWith, lessonWith } from "#tests/setup/course.ts";
import { addPerson, NOW } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  all,
  DAY_MS,
  FINAL,
  itemOf,
  later,
  learner,
  learning,
  LESSON,
  opened,
  PHONE,
  pool,
  quizAct,
  RIGHT,
  send,
  V2,
  WRONG,
} from "./learning-factory.ts";

test("a quiz answered without signal is judged when it arrives, and counts when it was done", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  deps.pass(10 * DAY_MS);
  // The phone is a year behind; at their last meeting it was asked for its clock.
  const behind = 365 * DAY_MS;
  const item = itemOf(quizAct(), {
    phoneTime: new Date(later(2 * DAY_MS).getTime() - behind).toISOString(),
    offsetMs: behind,
    helper: "child",
  });

  const [receipt] = await send(deps, her, item);

  expect(receipt).toMatchObject({ id: item.id, outcome: "recorded" });
  const attempt = valueOf(await readMyAttempt(deps, her, receipt?.attemptId ?? ""));
  expect(attempt).toMatchObject({
    submittedAt: later(2 * DAY_MS),
    receivedAt: later(10 * DAY_MS),
    helper: "child",
    passed: true,
  });
  const state = await readMyCourse(deps, her, "khoa-mau");
  expect(state?.lessons.get("bai-mot")).toMatchObject({ completedAt: later(2 * DAY_MS) });
  const [kept] = await database.transact("everywhere", (db) => db.handIn.findMany());
  expect(kept).toMatchObject({ happenedAt: later(2 * DAY_MS), receivedAt: later(10 * DAY_MS) });
});

test("what arrives after too many days is judged and kept, and counts on the day it arrived", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  // Across the year: done on 22/11/2026, arrived in January.
  deps.pass(45 * DAY_MS);

  const [receipt] = await send(deps, her, itemOf(quizAct()));

  const attempt = valueOf(await readMyAttempt(deps, her, receipt?.attemptId ?? ""));
  expect(attempt.submittedAt).toEqual(NOW);
  const years = await database.transact(her.reach, async (db) => [
    await readLearningRecord(db, her.communeId, her.personId, 2026),
    await readLearningRecord(db, her.communeId, her.personId, 2027),
  ]);
  expect(years.map(({ lessonsCompleted }) => lessonsCompleted)).toEqual([0, 1]);
});

test("an assessed quiz that was drawn is judged by its draw; one that was not is set aside", async ({
  database,
}) => {
  const deps = learning(database.transact, pool(10, { draw: 4 }));
  const her = await learner(database.transact);
  const drawn = valueOf(await startQuizAttempt(deps, her, FINAL));
  const [first] = drawn.questions;
  await saveAnswers(deps, her, {
    ...FINAL,
    token: drawn.id,
    answers: all([first ?? { id: "" }], "0"),
  });
  const answers = all(drawn.questions.slice(1), "0");
  const mine = itemOf(quizAct({ ...FINAL, token: drawn.id, answers }));
  const made = itemOf(quizAct({ ...FINAL, answers: all(drawn.questions, "0") }));

  const receipts = await send(deps, her, mine, made);

  expect(receipts.map(({ outcome }) => outcome)).toEqual(["recorded", "set-aside"]);
  const attempt = valueOf(await readMyAttempt(deps, her, receipts[0]?.attemptId ?? ""));
  expect(attempt).toMatchObject({ scoreRaw: 4, scoreMax: 4, passed: true });
  // Set aside is kept, and stays what it is.
  const counted = await replayQuarantined(deps);
  expect(counted).toEqual({ counted: 0 });
  const [kept] = await database.transact("everywhere", (db) =>
    db.handIn.findMany({ where: { id: made.id } }),
  );
  expect(kept?.payload).toEqual(JSON.parse(JSON.stringify(made)));
});

test("a quiz that was judged by other answers first says so, and keeps these", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const { id: token } = valueOf(await startQuizAttempt(deps, her, LESSON));
  const { attemptId } = valueOf(await submitQuiz(deps, her, { ...LESSON, token, answers: RIGHT }));

  const same = itemOf(quizAct({ token, answers: RIGHT }));
  const other = itemOf(quizAct({ token, answers: WRONG }));
  const receipts = await send(deps, her, same, other);
  const again = await send(deps, her, other);

  expect(receipts).toEqual([
    { id: same.id, outcome: "same", attemptId },
    { id: other.id, outcome: "already-judged", attemptId },
  ]);
  expect(again).toEqual([{ id: other.id, outcome: "already-judged", attemptId }]);
  expect(valueOf(await readMyAttempt(deps, her, attemptId)).scoreRaw).toBe(2);
});

test("another person's act of the same name is set aside, and changes nothing of the first", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const neighbour = await addPerson(database.transact, { villageId: her.villageId });
  const item = itemOf(quizAct());
  await send(deps, her, item);

  const copied = { ...item, act: quizAct({ answers: WRONG }) };
  const receipts = [
    ...(await send(deps, neighbour, copied)),
    ...(await send(deps, neighbour, copied)),
  ];

  expect(receipts.map(({ outcome }) => outcome)).toEqual(["set-aside", "set-aside"]);
  expect(await readMyCourse(deps, neighbour, "khoa-mau")).toBeNull();
  const kept = await database.transact("everywhere", (db) => db.handIn.findMany());
  expect(new Map(kept.map(({ personId, outcome }) => [personId, outcome]))).toEqual(
    new Map([
      [her.personId, "recorded"],
      [neighbour.personId, "set-aside"],
    ]),
  );
  expect(kept).toHaveLength(2);
  expect(await replayQuarantined(deps)).toEqual({ counted: 0 });
});

test("an act in a text that is not known is set aside, and counted once the text is here", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const ofNext = itemOf(quizAct({ contentVersion: V2 }));
  const elsewhere = itemOf({ ...opened, courseId: "khoa-khac" });
  deps.pass(DAY_MS);

  const first = await send(deps, her, ofNext, elsewhere);
  expect(first.map(({ outcome }) => outcome)).toEqual(["set-aside", "set-aside"]);
  expect(await readMyCourse(deps, her, "khoa-mau")).toBeNull();

  const next = courseWith({ lessons: [lessonWith({ version: V2 })] });
  await database.transact("everywhere", (db) => keepLessonVersions(db, [next], deps.now()));
  deps.pass(DAY_MS);
  expect(await replayQuarantined(deps)).toEqual({ counted: 1 });
  expect(await replayQuarantined(deps)).toEqual({ counted: 0 });

  const again = await send(deps, her, ofNext, elsewhere);
  expect(again.map(({ outcome }) => outcome)).toEqual(["same", "set-aside"]);
  const state = await readMyCourse(deps, her, "khoa-mau");
  expect(state?.lessons.get("bai-mot")).toMatchObject({ attempts: 1, completedAt: NOW });
});

test("an act that cannot be taken over gets no receipt, is reported, and stops no other", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const faults: unknown[] = [];
  const bad = itemOf(opened, { id: "not an id" });
  const good = itemOf(quizAct());

  const receipts = await handIn({ ...deps, report: (fault) => faults.push(fault) }, her, {
    phoneId: PHONE,
    carried: "file",
    items: [bad, good],
  });

  expect(receipts.map(({ id, outcome }) => [id, outcome])).toEqual([[good.id, "recorded"]]);
  expect(faults).toHaveLength(1);
  await expect(send(deps, her, bad)).rejects.toThrow(/uuid/iu);
});

test("sent at the same moment from two phones, an act counts once", async ({ database }) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const items = [itemOf(opened), itemOf(quizAct()), itemOf(quizAct({ answers: WRONG }))];

  const receipts = await Promise.all([1, 2, 3].map(() => send(deps, her, ...items)));

  for (const { id } of items) {
    const outcomes = receipts.flat().filter((receipt) => receipt.id === id);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["recorded", "same", "same"]);
  }
  expect((await readMyCourse(deps, her, "khoa-mau"))?.attempts.size).toBe(2);
});
