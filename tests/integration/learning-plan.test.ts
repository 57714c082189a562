import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { PlanForm } from "#app/domain/guidance/index.ts";
import {
  endPlan,
  findNextLessons,
  readMyPlan,
  savePlan,
} from "#app/domain/guidance/index.server.ts";
import { dayOf } from "#app/domain/kernel/index.ts";
import { gatherFacts } from "#app/domain/portfolio/index.server.ts";
import { addPerson, addVillage, BAC_HA } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import { guiding, learn, plan, PLAN_TYPED, THURSDAY } from "./guidance-factory.ts";

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(THURSDAY.getTime() + days * DAY_MILLISECONDS);

const learner = async ({ transact }: TestDatabase) =>
  addPerson(transact, { villageId: await addVillage(transact) });

const plansOf = ({ transact }: TestDatabase) =>
  transact("everywhere", (db) => db.learningPlan.count());

test("the newest plan counts, and the older ones stay", async ({ database }) => {
  const deps = guiding(database.transact);
  const her = await learner(database);
  expect(await readMyPlan(deps, her)).toBeNull();

  await plan(deps, her);
  deps.set(later(1));
  await plan(deps, her, { weeklyLessons: "3", hour: "" });

  const read = await readMyPlan(deps, her);
  expect(read?.plan).toMatchObject({ weeklyLessons: 3, hour: null, reason: "Để nuôi lợn khỏe" });
  expect(await plansOf(database)).toBe(2);
});

test("a form sent twice is one plan; one gone back to and filled in anew is another", async ({
  database,
}) => {
  const deps = guiding(database.transact);
  const her = await learner(database);
  const id = uuidv7();

  await plan(deps, her, {}, id);
  await plan(deps, her, {}, id);
  expect(await plansOf(database)).toBe(1);
  await plan(deps, her, { weeklyLessons: "4" }, id);

  expect(await plansOf(database)).toBe(2);
  expect((await readMyPlan(deps, her))?.plan.weeklyLessons).toBe(4);
});

test("what she completes fills her week, and a finished week makes a run", async ({ database }) => {
  const deps = guiding(database.transact);
  const her = await learner(database);
  await plan(deps, her);
  expect((await readMyPlan(deps, her))?.weeks.at(-1)).toMatchObject({ done: 0, state: "now" });

  await learn(deps, her);
  deps.set(later(7));
  await learn(deps, her, "bai-hai");
  deps.set(later(14));

  const read = await readMyPlan(deps, her);
  expect(read?.weeks.map(({ state }) => state)).toEqual(["kept", "kept", "now"]);
  expect(read?.run).toEqual({ kept: 2, forgiven: 0 });
});

test("courses that nobody offers are left out of a plan", async ({ database }) => {
  const deps = guiding(database.transact);
  const her = await learner(database);

  await plan(deps, her, { courses: ["lon", "không có", "lon"] });

  expect((await readMyPlan(deps, her))?.plan.courses).toEqual(["lon"]);
});

test("an ended plan is no plan, however often it is ended", async ({ database }) => {
  const deps = guiding(database.transact);
  const her = await learner(database);
  await endPlan(deps, her);
  await plan(deps, her);
  deps.set(later(1));

  await endPlan(deps, her);
  await endPlan(deps, her);

  expect(await readMyPlan(deps, her)).toBeNull();
  expect(await plansOf(database)).toBe(2);
});

test("nobody else's plan is read or changed, not by the same id either", async ({ database }) => {
  const deps = guiding(database.transact);
  const villageId = await addVillage(database.transact);
  const her = await addPerson(database.transact, { villageId });
  const neighbour = await addPerson(database.transact, { villageId });
  const id = uuidv7();
  await plan(deps, her, {}, id);

  const form = PlanForm.parse({ ...PLAN_TYPED, weeklyLessons: "7" });
  await savePlan(deps, neighbour, { id, form });

  expect((await readMyPlan(deps, her))?.plan.weeklyLessons).toBe(1);
  expect((await readMyPlan(deps, neighbour))?.plan.weeklyLessons).toBe(7);
});

test("the portfolio knows how much of the year's plan was kept", async ({ database }) => {
  const deps = guiding(database.transact, new Date("2026-11-02T20:00:00+07:00"));
  const her = await learner(database);
  await plan(deps, her);
  await learn(deps, her);
  deps.set(THURSDAY);

  const facts = await database.transact([BAC_HA], (db) =>
    gatherFacts(db, deps.catalogue(), { ...her, year: 2026 }, deps.now()),
  );

  expect(dayOf(deps.now())).toBe("2026-11-19");
  expect(facts.planWeeks).toEqual({ kept: 1, of: 2 });
});

test("the next lesson follows what she began, then her plan, then what her village needs", async ({
  database,
}) => {
  const deps = guiding(database.transact);
  const her = await learner(database);
  const told = async () =>
    (await findNextLessons(deps, her, { ownNeed: "bán hàng", most: 3 })).map(
      ({ course, lesson, why }) => `${course.id} ${lesson.id} ${why.kind}`,
    );
  expect(await told()).toEqual(["khach bai-mot own-need", "lon bai-mot new"]);

  await plan(deps, her);
  expect((await told())[0]).toBe("lon bai-mot planned");
  await learn(deps, her);

  expect(await told()).toEqual(["lon bai-hai continue", "khach bai-mot own-need"]);
});
