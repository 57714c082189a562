import fc from "fast-check";
import { expect, test } from "vitest";

import { Helper } from "#app/domain/identity/index.ts";
import { FINAL_LESSON_ID, lessonsDone } from "#app/domain/learning/index.ts";
import type { LearningAct } from "#app/domain/learning/acts.ts";
import { applyAct, type CourseState, minutesLearned } from "#app/domain/learning/progress.ts";

const NINE = new Date("2026-11-22T02:00:00Z");
const TEN = new Date("2026-11-22T03:00:00Z");
const ATTEMPT = "7f0d9c1e-3b1a-4c52-8a11-0d4f6b2e9c33";

const of = { courseId: "khoa-mau", lessonId: "bai-mot", contentVersion: "v1" };
const opened = (at = NINE, lessonId = "bai-mot"): LearningAct => ({
  ...of,
  lessonId,
  kind: "opened",
  at,
});
const attempted = (
  overrides: Partial<Extract<LearningAct, { kind: "attempted" }>> = {},
): LearningAct => ({
  ...of,
  kind: "attempted",
  at: NINE,
  attemptId: ATTEMPT,
  raw: 1,
  max: 2,
  passed: true,
  answers: { q1: ["0"] },
  ...overrides,
});
const completed = (lessonId = "bai-mot", at = NINE, minutes = 12): LearningAct => ({
  ...of,
  lessonId,
  kind: "lesson-completed",
  at,
  minutes,
});

function stateAfter(...acts: readonly LearningAct[]): CourseState {
  const [first = opened(), ...rest] = acts;
  return rest.reduce((state, act) => applyAct(state, act), applyAct(null, first));
}

const lessonIds = fc.constantFrom("bai-mot", "bai-hai", FINAL_LESSON_ID);
const at = fc.date({
  min: new Date("2026-01-01"),
  max: new Date("2027-01-01"),
  noInvalidDate: true,
});
const base = {
  courseId: fc.constant("khoa-mau"),
  lessonId: lessonIds,
  contentVersion: fc.constantFrom("v1", "v2"),
  // Few moments, so that many fall together.
  at: fc.oneof(at, fc.constantFrom(NINE, TEN)),
};
const circumstances = fc.record(
  {
    helper: fc.constantFrom(...Helper.options),
    receivedAt: at.map((day) => new Date(day.getTime() + 366 * 86_400_000)),
  },
  { requiredKeys: [] },
);
const plainAct: fc.Arbitrary<LearningAct> = fc.oneof(
  fc.record({ ...base, kind: fc.constant("opened" as const) }),
  fc
    .record({
      ...base,
      kind: fc.constant("attempted" as const),
      attemptId: fc.uuid(),
      max: fc.integer({ min: 1, max: 20 }),
      raw: fc.nat(20),
      passed: fc.boolean(),
      answers: fc.constant({ q1: ["0"] }),
    })
    .map((act) => ({ ...act, raw: Math.min(act.raw, act.max) })),
  fc.record({
    ...base,
    kind: fc.constant("practised" as const),
    practiceId: fc.constantFrom("thu-quet", "hoi-gia"),
  }),
  fc.record({ ...base, kind: fc.constant("lesson-completed" as const), minutes: fc.nat(120) }),
  fc.record({ ...base, lessonId: fc.constant(""), kind: fc.constant("course-completed" as const) }),
);
const anyAct = fc
  .tuple(plainAct, circumstances)
  .map(([act, more]): LearningAct => ({ ...act, ...more }));
const anyActs = fc.array(anyAct, { minLength: 1, maxLength: 25 });

test("an act that arrives again changes nothing, however long ago it was", () => {
  fc.assert(
    fc.property(anyActs, fc.nat(), (acts, pick) => {
      const state = stateAfter(...acts);
      const again = acts[pick % acts.length] ?? opened();
      expect(applyAct(state, again)).toEqual(state);
    }),
  );
});

test("a hand-in that repeats all of it, or overlaps, leads to the same state", () => {
  fc.assert(
    fc.property(anyActs, fc.nat(), (acts, from) => {
      expect(stateAfter(...acts, ...acts.slice(from % acts.length))).toEqual(stateAfter(...acts));
    }),
  );
});

test("acts that come in another order lead to the same state", () => {
  const shuffled = anyActs.chain((acts) =>
    fc.tuple(
      fc.constant(acts),
      fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([acts, others]) => {
      expect(stateAfter(...others)).toEqual(stateAfter(...acts));
    }),
    { numRuns: 1000 },
  );
});

test("no state is changed in place", () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const states = acts.map((_, index) => stateAfter(...acts.slice(0, index + 1)));
      const copies = states.map((state) => structuredClone(state));
      stateAfter(...acts);
      expect(states).toEqual(copies);
    }),
  );
});

test("what was once done stays done, and no count goes back", () => {
  fc.assert(
    fc.property(anyActs, anyAct, (acts, next) => {
      const before = stateAfter(...acts);
      const after = applyAct(before, next);
      expect(lessonsDone(after)).toBeGreaterThanOrEqual(lessonsDone(before));
      expect(after.attempts.size).toBeGreaterThanOrEqual(before.attempts.size);
      expect(after.startedAt <= before.startedAt && after.lastActAt >= before.lastActAt).toBe(true);
      expectStillDone(before.completedAt, after.completedAt);
      for (const [id, lesson] of before.lessons) {
        const now = after.lessons.get(id);
        expectStillDone(lesson.completedAt, now?.completedAt ?? null);
        expect(now?.practised).toEqual(expect.arrayContaining([...lesson.practised]));
        expect(now?.bestScaled ?? 0).toBeGreaterThanOrEqual(lesson.bestScaled ?? 0);
      }
    }),
  );
});

/** Done stays done; only an earlier day may come to light. */
function expectStillDone(before: Date | null, after: Date | null): void {
  if (before === null) return;
  expect(after).not.toBeNull();
  expect(after?.getTime()).toBeLessThanOrEqual(before.getTime());
}

test("acts of several lessons do not disturb one another", () => {
  fc.assert(
    fc.property(anyActs, lessonIds, (acts, lessonId) => {
      const own = acts.filter((act) => act.lessonId === lessonId);
      fc.pre(own.length > 0);
      expect(stateAfter(...acts).lessons.get(lessonId)).toEqual(
        stateAfter(...own).lessons.get(lessonId),
      );
    }),
  );
});

test("the same attempt counts once, another one again", () => {
  const other = attempted({
    attemptId: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
    raw: 2,
    at: TEN,
  });
  const lesson = stateAfter(attempted(), attempted(), other, attempted()).lessons.get("bai-mot");

  expect(lesson).toMatchObject({
    attempts: 2,
    bestScaled: 1,
    lastAttemptId: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
  });
});

test("a worse attempt leaves the best result", () => {
  const worse = attempted({
    attemptId: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
    raw: 0,
    passed: false,
  });

  expect(stateAfter(attempted(), worse).lessons.get("bai-mot")?.bestScaled).toBe(0.5);
});

test("a lesson completed twice counts its minutes once, as of the first time", () => {
  const state = stateAfter(completed("bai-mot", NINE, 12), completed("bai-mot", TEN, 40));

  expect(minutesLearned(state)).toBe(12);
  expect(state.lessons.get("bai-mot")?.completedAt).toEqual(NINE);
});

test("a completion that arrives late from a phone moves the lesson to the day it was done", () => {
  const helped: LearningAct = { ...completed("bai-mot", NINE, 12), helper: "child" };
  const state = stateAfter(completed("bai-mot", TEN, 12), helped);

  expect(state.lessons.get("bai-mot")).toMatchObject({ completedAt: NINE, helper: "child" });
});

test("a task ticked on two phones is done once", () => {
  const ticked: LearningAct = { ...of, kind: "practised", practiceId: "thu-quet", at: NINE };
  const state = stateAfter(opened(), ticked, { ...ticked, at: TEN });

  expect(state.lessons.get("bai-mot")?.practised).toEqual(["thu-quet"]);
});

test("the final test gives minutes but is not a lesson done", () => {
  const state = stateAfter(completed(), completed(FINAL_LESSON_ID, TEN, 20));

  expect([lessonsDone(state), minutesLearned(state)]).toEqual([1, 32]);
});

test("an act from before, handed in late, moves the beginning and not the end", () => {
  const state = stateAfter(opened(TEN), opened(NINE));

  expect(state).toMatchObject({ startedAt: NINE, lastActAt: TEN });
  expect(state.lessons.get("bai-mot")?.openedAt).toEqual(NINE);
});
