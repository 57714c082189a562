import fc from "fast-check";
import { v5 as uuidv5 } from "uuid";
import { expect } from "vitest";

import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import type { HandInItem } from "#app/domain/learning/index.ts";
import {
  startQuizAttempt,
  keepLessonVersions,
  rebuildProgress,
} from "#app/domain/learning/index.server.ts";
import { courseWith, lessonWith } from "#tests/setup/course.ts";
import { NOW } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  all,
  BASE_IRI,
  DAY_MS,
  FINAL,
  later,
  learner,
  learning,
  pool,
  quizAct,
  RIGHT,
  send,
  standing,
  V1,
  V2,
  WRONG,
} from "./learning-factory.ts";

async function* noPackages() {}

test(
  "whatever phones send, in whatever order and how often ever: the same progress, nothing lost",
  { timeout: 180_000 },
  async ({ database }) => {
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
      lessonId: fc.constantFrom("bai-mot", "bai-mot", "bai-hai"),
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
        answers: fc.constantFrom(RIGHT, RIGHT, WRONG, {}),
      }),
      fc.constant("final" as const),
    );
    const anyItem = fc.record({
      id: fc.uuid(),
      sequence: fc.nat(5),
      // Mostly a day on which it can have been; else a clock that is years off.
      phoneTime: fc
        .oneof(
          { weight: 3, arbitrary: fc.nat(25 * DAY_MS) },
          { weight: 1, arbitrary: fc.integer({ min: -years, max: years }) },
        )
        .map((shift) => later(shift).toISOString()),
      offsetMs: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(null, 0) },
        { weight: 1, arbitrary: fc.integer({ min: -years, max: years }) },
      ),
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
            .chain((some) =>
              fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
            ),
          cuts: fc.array(fc.nat(9), { maxLength: 3 }),
        }),
      );

    await fc.assert(
      fc.asyncProperty(history, async ({ items, sent, cuts }) => {
        const inOrder = await learner(database.transact);
        const inDisorder = await learner(database.transact);
        const own = async (her: Actor) => {
          const { id: token, questions } = valueOf(await startQuizAttempt(deps, her, FINAL));
          return items.map(({ act, id, ...item }): HandInItem => {
            const drawn = quizAct({ ...FINAL, token, answers: all(questions, "0") });
            const named = { ...item, id: uuidv5(id, her.personId) };
            // Of one token the first to arrive counts, so whoever helped with it must not differ.
            return act === "final" ? { ...named, helper: null, act: drawn } : { ...named, act };
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
      { numRuns: 20, interruptAfterTimeLimit: 40_000 },
    );

    const before = await standing(database.transact);
    await database.transact("everywhere", (db) => rebuildProgress(db, BASE_IRI, noPackages()));
    expect(await standing(database.transact)).toEqual(before);
  },
);

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
    courses: stand.courses
      .filter(isHers)
      .map(({ personId: _hers, communeId: _its, ...row }) => row),
    lessons: stand.lessons
      .filter(isHers)
      .map(({ personId: _hers, communeId: _its, lastAttemptId, ...row }) => ({
        ...row,
        lastAt: attempts.find(({ id }) => id === lastAttemptId)?.submittedAt ?? null,
      })),
    attempts: attempts.map(told).toSorted(),
  };
}
