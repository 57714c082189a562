import fc from "fast-check";
import { expect, test } from "vitest";

import { PlanForm } from "#app/domain/guidance/index.ts";
import type { LearningPlan } from "#app/domain/guidance/index.ts";
import { readLearningRhythm } from "#app/domain/guidance/index.server.ts";
import { type PlanWeek, planWeeks, runOf, weeksKept } from "#app/domain/guidance/plan-weeks.ts";
import { isReminderDue } from "#app/domain/guidance/reminder.ts";
import { forgivenessIn } from "#app/domain/guidance/rhythm.ts";
import { addDays, mondayOf } from "#app/domain/guidance/week.ts";
import { Day } from "#app/domain/kernel/index.ts";
import { LAO_CAI } from "#tests/setup/people.ts";

const STRICT = { harvestMonths: [], missedWeeksAQuarter: 0 };
const GENTLE = { harvestMonths: [9, 10], missedWeeksAQuarter: 3 };

const day = (text: string) => Day.parse(text);

function planWith(overrides: Partial<LearningPlan> = {}): LearningPlan {
  return {
    id: "plan",
    madeAt: new Date("2026-03-02T12:00:00Z"), // a Monday
    weeklyLessons: 2,
    days: ["mon", "thu"],
    hour: "20:00",
    courses: [],
    reason: "",
    rest: null,
    ended: false,
    ...overrides,
  };
}

const evening = (text: string) => new Date(`${text}T20:00:00+07:00`);

function weeksWith(states: readonly PlanWeek["state"][], from = "2026-01-05"): PlanWeek[] {
  return states.map((state, index) => ({
    monday: addDays(day(from), 7 * index),
    goal: 2,
    done: state === "kept" ? 2 : 0,
    state,
  }));
}

test("a week is kept when as many lessons were completed as the plan says", () => {
  const lessons = ["2026-03-03", "2026-03-08", "2026-03-10", "2026-03-24"].map(evening);

  const weeks = planWeeks([planWith()], lessons, day("2026-03-25"));

  expect(weeks.map(({ monday, done, state }) => [monday, done, state])).toEqual([
    ["2026-03-02", 2, "kept"],
    ["2026-03-09", 1, "missed"],
    ["2026-03-16", 0, "missed"],
    ["2026-03-23", 1, "now"],
  ]);
});

test("a week of rest is not missed, and a newer plan counts for the week it was made in", () => {
  const resting = planWith({ rest: { from: day("2026-03-11"), until: day("2026-03-18") } });
  const easier = planWith({ madeAt: evening("2026-03-28"), weeklyLessons: 1 });
  const ended = planWith({ madeAt: evening("2026-04-01"), ended: true });

  const weeks = planWeeks([resting, easier], [evening("2026-03-24")], day("2026-03-29"));

  expect(weeks.map(({ state }) => state)).toEqual(["missed", "rest", "rest", "kept"]);
  expect(planWeeks([resting, easier, ended], [], day("2026-04-20"))).toHaveLength(4);
  expect(planWeeks([], [evening("2026-03-24")], day("2026-03-29"))).toEqual([]);
});

test("the week in which she made her first plan is not held against her", () => {
  const onSunday = planWith({ madeAt: evening("2026-03-08") });

  expect(planWeeks([onSunday], [], day("2026-03-09")).map(({ state }) => state)).toEqual(["now"]);
});

test("harvest, rest and a few missed weeks do not end a run", () => {
  const missed = weeksWith(["kept", "missed", "kept", "rest", "missed", "kept", "now"]);
  const inHarvest = weeksWith(
    ["kept", "missed", "missed", "missed", "missed", "kept"],
    "2026-08-31",
  );

  expect(runOf(missed, GENTLE)).toEqual({ kept: 3, forgiven: 3 });
  expect(runOf(missed, STRICT)).toEqual({ kept: 1, forgiven: 0 });
  expect(runOf(inHarvest, { ...GENTLE, missedWeeksAQuarter: 0 }).kept).toBe(2);
});

const someStates = fc.array(fc.constantFrom("kept" as const, "rest" as const, "missed" as const), {
  maxLength: 60,
});

test("a run is never shorter for a week more that was kept or declared as rest", () => {
  fc.assert(
    fc.property(someStates, fc.nat(60), fc.nat(5), (states, at, missedWeeksAQuarter) => {
      const forgiveness = { ...GENTLE, missedWeeksAQuarter };
      const before = runOf(weeksWith(states), forgiveness).kept;
      for (const better of ["kept", "rest"] as const) {
        if (states[at] !== "missed") continue;
        const after = runOf(weeksWith(states.with(at, better)), forgiveness).kept;
        expect(after).toBeGreaterThanOrEqual(before);
      }
    }),
  );
});

test("as long as no quarter has more missed weeks than are forgiven, every kept week is in the run", () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const weeks = weeksWith(states);
      const all = states.filter((state) => state === "kept").length;
      const run = runOf(weeks, { harvestMonths: [], missedWeeksAQuarter: 14 });
      expect(run.kept).toBe(all);
      expect(run.kept + run.forgiven).toBe(all === 0 ? 0 : states.length);
      expect(runOf(weeks, STRICT).kept).toBeLessThanOrEqual(run.kept);
    }),
  );
});

const kept = (lessons: readonly Date[]) =>
  weeksKept(planWeeks([planWith()], lessons, day("2026-09-01")), 2026);

test("more lessons never make fewer weeks kept", () => {
  const someEvenings = fc.array(
    fc.integer({ min: 0, max: 200 }).map((days) => evening(addDays(day("2026-03-02"), days))),
  );
  fc.assert(
    fc.property(someEvenings, someEvenings, (some, more) => {
      expect(kept([...some, ...more]).kept).toBeGreaterThanOrEqual(kept(some).kept);
      expect(kept(some).kept).toBeLessThanOrEqual(kept(some).of);
    }),
  );
});

const week = (state: PlanWeek["state"]) => weeksWith([state])[0];
const at = (text: string) => new Date(`${text}+07:00`);

test("she is reminded at her hour, not in a week of rest, and not when the week is done", () => {
  const plan = planWith(); // Mondays and Thursdays at 20:00

  expect(isReminderDue(plan, week("now"), at("2026-03-05T20:00:00"))).toBe(true);
  expect(isReminderDue(plan, week("now"), at("2026-03-05T21:20:00"))).toBe(true);
  expect(isReminderDue(plan, week("now"), at("2026-03-05T19:59:00"))).toBe(false);
  expect(isReminderDue(plan, week("now"), at("2026-03-05T23:59:00"))).toBe(false);
  expect(isReminderDue(plan, week("now"), at("2026-03-06T20:10:00"))).toBe(false);
  expect(isReminderDue(plan, week("rest"), at("2026-03-05T20:10:00"))).toBe(false);
  expect(isReminderDue(plan, week("kept"), at("2026-03-05T20:10:00"))).toBe(false);
  expect(isReminderDue({ ...plan, ended: true }, week("now"), at("2026-03-05T20:10:00"))).toBe(
    false,
  );
});

test("weeks begin on Monday in Vietnam", () => {
  expect(mondayOf(day("2026-11-22"))).toBe("2026-11-16");
  expect(mondayOf(day("2026-11-16"))).toBe("2026-11-16");
  // 18:00 UTC on Sunday is one o'clock on Monday there.
  const weeks = planWeeks([planWith()], [new Date("2026-03-08T18:00:00Z")], day("2026-03-09"));
  expect(weeks.map(({ done }) => done)).toEqual([0, 1]);
});

const TYPED = {
  weeklyLessons: "2",
  days: ["thu", "mon"],
  hour: "20:00",
  courses: ["khoa-mau"],
  reason: "  Để bán hàng  cho khách ",
  restFrom: "1/9/2026",
  restUntil: "30/09/2026",
};
const faults = (changed: Partial<Record<keyof typeof TYPED, unknown>>) => {
  const read = PlanForm.safeParse({ ...TYPED, ...changed });
  return read.success ? [] : read.error.issues.map(({ message }) => message);
};

test("a plan is read as she typed it, and each mistake has its own name", () => {
  expect(PlanForm.parse(TYPED)).toEqual({
    weeklyLessons: 2,
    days: ["mon", "thu"],
    hour: "20:00",
    courses: ["khoa-mau"],
    reason: "Để bán hàng cho khách",
    rest: { from: "2026-09-01", until: "2026-09-30" },
  });
  expect(faults({ weeklyLessons: "8" })).toEqual(["weekly-lessons-wrong"]);
  expect(faults({ hour: "25:00" })).toEqual(["hour-wrong"]);
  expect(faults({ restFrom: "31/02/2026" })).toEqual(["rest-from-wrong"]);
  expect(faults({ restUntil: "" })).toEqual(["rest-until-missing"]);
  expect(faults({ restUntil: "01/08/2026" })).toEqual(["rest-order"]);
  expect(faults({ restUntil: "01/08/2027" })).toEqual(["rest-long"]);
  expect(faults({ reason: "a".repeat(301) })).toEqual(["reason-long"]);
  expect(faults({ hour: "", days: [], courses: [], restFrom: "", restUntil: "" })).toEqual([]);
});

test("the rhythm of the year is data with a note for each number", async () => {
  const rhythm = await readLearningRhythm("content/learning-rhythm.yaml");

  expect(forgivenessIn(rhythm, LAO_CAI).harvestMonths).toContain(9);
  expect(forgivenessIn(rhythm, LAO_CAI).missedWeeksAQuarter).toBeGreaterThan(0);
});
