import fc from "fast-check";
import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import type { HandInAct, HandInItem } from "#app/domain/learning/index.ts";
import {
  countSetAside,
  drawQuiz,
  handIn,
  keepLessonVersions,
  readLearningRecord,
  readMyAttempt,
  readMyCourse,
  rebuildProgress,
  saveAnswers,
  submitQuiz,
} from "#app/domain/learning/index.server.ts";
import { courseWith, lessonWith } from "#tests/setup/course.ts";
import { addPerson, NOW } from "#tests/setup/people.ts";
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
  standing,
  V1,
  V2,
  WRONG,
} from "./learning-factory.ts";

const PHONE = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";

let sequence = 0;
const itemOf = (act: HandInAct, overrides: Partial<HandInItem> = {}): HandInItem => {
  sequence += 1;
  return {
    id: uuidv7(),
    sequence,
    phoneTime: NOW.toISOString(),
    offsetMs: 0,
    helper: null,
    act,
    ...overrides,
  };
};
const quizAct = (overrides: Partial<Extract<HandInAct, { kind: "quiz" }>> = {}): HandInAct => ({
  kind: "quiz",
  ...LESSON,
  contentVersion: V1,
  token: uuidv7(),
  answers: RIGHT,
  ...overrides,
});
const opened: HandInAct = { kind: "opened", ...LESSON, contentVersion: V1 };

const send = (deps: Learning, her: Actor, ...items: readonly HandInItem[]) =>
  handIn(deps, her, { phoneId: PHONE, carried: "same-phone", items });

const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

async function* noPackages() {}

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
  const drawn = valueOf(await drawQuiz(deps, her, FINAL));
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
  const counted = await countSetAside(deps);
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
  const { id: token } = valueOf(await drawQuiz(deps, her, LESSON));
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
  expect(kept.map(({ personId, outcome }) => [personId, outcome]).toSorted()).toEqual(
    [
      [her.personId, "recorded"],
      [neighbour.personId, "set-aside"],
    ].toSorted(),
  );
  expect(await countSetAside(deps)).toEqual({ counted: 0 });
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
  expect(await countSetAside(deps)).toEqual({ counted: 1 });
  expect(await countSetAside(deps)).toEqual({ counted: 0 });

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
  await expect(send(deps, her, bad)).rejects.toThrow();
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

test("whatever phones send, in whatever order and how often ever: the same progress, nothing lost", async ({
  database,
}) => {
  const practice = { type: "practice" as const, id: "thu-quet", children: [] };
  const lessons = [
    lessonWith({ blocks: [practice] }),
    lessonWith({ id: "bai-hai", blocks: [practice] }),
  ];
  const edition = (version: string) =>
    courseWith({ ...pool(4), lessons: lessons.map((lesson) => ({ ...lesson, version })) });
  const deps = learning(database.transact, edition(V1));
  await database.transact("everywhere", (db) => keepLessonVersions(db, [edition(V2)], NOW));
  deps.pass(20 * DAY_MS);

  const years = 10 * 366 * DAY_MS;
  const lesson = {
    courseId: fc.constant("khoa-mau"),
    lessonId: fc.constantFrom("bai-mot", "bai-hai"),
    contentVersion: fc.constantFrom(V1, V2),
  };
  const anyAct = fc.oneof(
    fc.record({ kind: fc.constant("opened" as const), ...lesson }),
    fc.record({
      kind: fc.constant("practised" as const),
      ...lesson,
      practiceId: fc.constant("thu-quet"),
    }),
    fc.record({
      kind: fc.constant("quiz" as const),
      ...lesson,
      token: fc.uuid(),
      answers: fc.constantFrom(RIGHT, WRONG, {}),
    }),
    fc.constant("final" as const),
  );
  const anyItem = fc.record({
    id: fc.uuid(),
    sequence: fc.nat(5),
    phoneTime: fc.integer({ min: -years, max: years }).map((shift) => later(shift).toISOString()),
    offsetMs: fc.option(fc.integer({ min: -years, max: years })),
    helper: fc.option(fc.constantFrom("child" as const, "promoter" as const)),
    act: anyAct,
  });
  const history = fc
    .uniqueArray(anyItem, { minLength: 1, maxLength: 6, selector: ({ id }) => id })
    .chain((items) =>
      fc.record({
        items: fc.constant(items),
        // With repetitions, in any order, cut into batches anywhere.
        sent: fc
          .array(fc.nat(items.length - 1), { maxLength: 4 })
          .map((more) => [...items.keys(), ...more])
          .chain((all) =>
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        cuts: fc.array(fc.nat(9), { maxLength: 3 }),
      }),
    );

  await fc.assert(
    fc.asyncProperty(history, async ({ items, sent, cuts }) => {
      const inOrder = await learner(database.transact);
      const inDisorder = await learner(database.transact);
      const own = async (her: Actor) => {
        const { id: token, questions } = valueOf(await drawQuiz(deps, her, FINAL));
        return items.map(({ act, id, ...item }): HandInItem => {
          const drawn = quizAct({ ...FINAL, token, answers: all(questions, "0") });
          return { ...item, id: uuidv5(id, her.personId), act: act === "final" ? drawn : act };
        });
      };
      const [straight, bent] = [await own(inOrder), await own(inDisorder)];
      await send(deps, inOrder, ...straight);
      const queue = sent.flatMap((index) => bent[index] ?? []);
      for (const part of partsOf(queue, cuts)) await send(deps, inDisorder, ...part);

      const tokens = new Set(
        straight.flatMap(({ act }) => (act.kind === "quiz" ? [act.token] : [])),
      );
      const stand = await standing(database.transact);
      const [a, b] = [progressOf(stand, inOrder), progressOf(stand, inDisorder)];
      expect(b).toEqual(a);
      expect(a.attempts).toHaveLength(tokens.size);
      const ledger = await database.transact("everywhere", (db) =>
        db.handIn.findMany({ where: { personId: inDisorder.personId } }),
      );
      expect(ledger.map(({ id }) => id).toSorted()).toEqual(bent.map(({ id }) => id).toSorted());
      for (const { happenedAt, receivedAt, outcome } of ledger) {
        expect(happenedAt >= NOW && happenedAt <= receivedAt).toBe(true);
        expect(["recorded", "same"]).toContain(outcome);
      }
    }),
    { numRuns: 20 },
  );

  const before = await standing(database.transact);
  await database.transact("everywhere", (db) => rebuildProgress(db, BASE_IRI, noPackages()));
  expect(await standing(database.transact)).toEqual(before);
});

function partsOf<Item>(
  items: readonly Item[],
  cuts: readonly number[],
): readonly (readonly Item[])[] {
  const places = [...new Set([0, ...cuts, items.length])].toSorted((a, b) => a - b);
  return places.map((from, index) => items.slice(from, places[index + 1] ?? from));
}

/** What somebody's rows say, without the names that are hers alone. */
function progressOf(stand: Awaited<ReturnType<typeof standing>>, { personId }: Actor) {
  const isHers = (row: { readonly personId: string }) => row.personId === personId;
  const attempts = stand.attempts.filter(isHers);
  const told = ({ submittedAt, scoreRaw, contentVersion, helper }: (typeof attempts)[number]) =>
    JSON.stringify({ submittedAt, scoreRaw, contentVersion, helper });
  return {
    courses: stand.courses.filter(isHers).map(({ personId: _, communeId: __, ...row }) => row),
    lessons: stand.lessons
      .filter(isHers)
      .map(({ personId: _, communeId: __, lastAttemptId, ...row }) => ({
        ...row,
        lastAt: attempts.find(({ id }) => id === lastAttemptId)?.submittedAt ?? null,
      })),
    attempts: attempts.map(told).toSorted(),
  };
}
