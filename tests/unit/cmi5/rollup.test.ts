import fc from "fast-check";
import { expect, test } from "vitest";

import { courseIdOf } from "#app/domain/cmi5/index.ts";
import {
  isCourseLearned,
  newlySatisfied,
  satisfactionOf,
  type UnitStates,
} from "#app/domain/cmi5/rollup.ts";
import { blocksOf, type CourseStructure, MoveOn, unitsOf } from "#app/domain/cmi5/structure.ts";
import { actsOf, applyFact, type UnitFact } from "#app/domain/cmi5/unit-facts.ts";
import { readStructure } from "#app/domain/cmi5/read-structure.ts";
import { au, block, cmi5Xml } from "#tests/setup/course-package.ts";

const AT = new Date("2026-11-22T03:00:00Z");

function structureOf(...parts: readonly string[]): CourseStructure {
  const read = readStructure(cmi5Xml(parts), new Set(["index.html"]));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.structure;
}

const moving = (name: string, moveOn: string) => au(name, { more: `moveOn="${moveOn}"` });

function after(
  structure: CourseStructure,
  facts: readonly (readonly [number, UnitFact["kind"]])[],
) {
  const units = unitsOf(structure);
  return facts.reduce<UnitStates>((states, [at, kind]) => {
    const unit = units[at]?.key ?? "";
    return applyFact(states, { unit, kind, scaled: null, at: AT });
  }, new Map());
}

test.each([
  ["Completed", ["completed"], true],
  ["Completed", ["passed"], false],
  ["Passed", ["passed"], true],
  ["Passed", ["completed"], false],
  ["Passed", ["failed"], false],
  ["CompletedAndPassed", ["completed"], false],
  ["CompletedAndPassed", ["passed"], false],
  ["CompletedAndPassed", ["passed", "completed"], true],
  ["CompletedOrPassed", ["completed"], true],
  ["CompletedOrPassed", ["passed"], true],
  ["CompletedOrPassed", ["opened", "failed"], false],
  ["NotApplicable", [], true],
  ["CompletedAndPassed", ["waived"], true],
] as const)("a unit that asks %s is met by %j: %s", (moveOn, kinds, met) => {
  const structure = structureOf(moving("mot", moveOn));
  const states = after(
    structure,
    kinds.map((kind) => [0, kind] as const),
  );
  expect(satisfactionOf(structure, states).course).toBe(met);
});

test("blocks are said to be satisfied once, the inner ones first, then the course", () => {
  const structure = structureOf(
    block("ngoai", block("trong", moving("mot", "Completed")), moving("hai", "Passed")),
  );
  const [inner, outer] = blocksOf(structure).map(({ key }) => key);
  const none = { blocks: [], course: false };
  const first = newlySatisfied(structure, after(structure, [[0, "completed"]]), none);
  expect(first.blocks.map(({ key }) => key)).toEqual([inner]);
  expect(first.course).toBe(false);

  const both = after(structure, [
    [0, "completed"],
    [1, "passed"],
  ]);
  const second = newlySatisfied(structure, both, { blocks: [inner ?? ""], course: false });
  expect(second.blocks.map(({ key }) => key)).toEqual([outer]);
  expect(second.course).toBe(true);
  const third = newlySatisfied(structure, both, {
    blocks: [inner ?? "", outer ?? ""],
    course: true,
  });
  expect(third).toEqual({ blocks: [], course: false });
});

test("a course that asks nothing is satisfied at once, and learned only when all of it was done", () => {
  const structure = structureOf(au("mot"), au("hai"));
  expect(satisfactionOf(structure, new Map()).course).toBe(true);
  expect(isCourseLearned(structure, new Map())).toBe(false);
  expect(isCourseLearned(structure, after(structure, [[0, "completed"]]))).toBe(false);
  const all = after(structure, [
    [0, "completed"],
    [1, "passed"],
  ]);
  expect(isCourseLearned(structure, all)).toBe(true);
});

test("what asks nothing does not keep a course from being learned", () => {
  const structure = structureOf(moving("mot", "Passed"), au("them"));
  expect(isCourseLearned(structure, after(structure, [[0, "passed"]]))).toBe(true);
});

const tree = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .tuple(fc.uuid(), fc.constantFrom(...MoveOn.options))
      .map(([id, moveOn]) => moving(id, moveOn)),
    fc
      .tuple(fc.uuid(), fc.array(tie("part"), { minLength: 1, maxLength: 3 }))
      .map(([id, parts]) => block(id, ...parts)),
  ),
}));
const anyStructure = fc
  .array(tree.part, { minLength: 1, maxLength: 4 })
  .map((parts) => structureOf(...parts));
const anyFacts = fc.array(
  fc.tuple(
    fc.nat(),
    fc.constantFrom<UnitFact["kind"]>("opened", "completed", "passed", "failed", "waived"),
  ),
  { maxLength: 30 },
);

test("whatever happens in whatever course, nothing that was satisfied ceases to be, and all is said once", () => {
  fc.assert(
    fc.property(anyStructure, anyFacts, (structure, happened) => {
      const units = unitsOf(structure);
      let states: UnitStates = new Map();
      let said = { blocks: [] as string[], course: false };
      const saidInAll: string[] = [];
      for (const [pick, kind] of happened) {
        const unit = units[pick % units.length]?.key ?? "";
        states = applyFact(states, { unit, kind, scaled: null, at: AT });
        const fresh = newlySatisfied(structure, states, said);
        saidInAll.push(...fresh.blocks.map(({ key }) => key), ...(fresh.course ? ["course"] : []));
        said = {
          blocks: [...said.blocks, ...fresh.blocks.map(({ key }) => key)],
          course: said.course || fresh.course,
        };
        const now = satisfactionOf(structure, states);
        expect(new Set(now.blocks)).toEqual(new Set(said.blocks));
        expect(now.course).toBe(said.course);
      }
      expect(new Set(saidInAll).size).toBe(saidInAll.length);
    }),
  );
});

const version = (structure: CourseStructure) => ({
  packageId: "a",
  sha256: "f".repeat(64),
  minutes: 60,
  structure,
});

test("acts of learning are told once each, and together they are the whole of the course", () => {
  fc.assert(
    fc.property(anyStructure, anyFacts, (structure, happened) => {
      const units = unitsOf(structure);
      let states: UnitStates = new Map();
      const told: string[] = [];
      let minutes = 0;
      for (const [pick, kind] of happened) {
        const fact = { unit: units[pick % units.length]?.key ?? "", kind, scaled: null, at: AT };
        for (const act of actsOf(version(structure), states, fact)) {
          expect(act.courseId).toBe(courseIdOf("a"));
          told.push(`${act.kind} ${act.lessonId}`);
          if (act.kind === "lesson-completed") minutes += act.minutes;
        }
        states = applyFact(states, fact);
      }
      expect(new Set(told).size).toBe(told.length);
      expect(minutes).toBeLessThanOrEqual(60);
      expect(told.includes("course-completed ")).toBe(isCourseLearned(structure, states));
    }),
  );
});

test("who is let off a unit has not learned it, nor the course, until she does it herself", () => {
  const structure = structureOf(moving("mot", "Passed"), moving("hai", "Completed"));
  const [one = "", two = ""] = unitsOf(structure).map(({ key }) => key);
  const told: string[] = [];
  let states: UnitStates = new Map();
  for (const [unit, kind] of [
    [one, "passed"],
    [two, "waived"],
    [two, "completed"],
  ] as const) {
    const fact: UnitFact = { unit, kind, scaled: null, at: AT };
    told.push(
      actsOf(version(structure), states, fact)
        .map((act) => act.kind)
        .join(", "),
    );
    states = applyFact(states, fact);
  }
  expect(told).toEqual(["lesson-completed", "", "lesson-completed, course-completed"]);
});

test("what asks two things is not learned by one of them and a waiver", () => {
  const structure = structureOf(moving("mot", "CompletedAndPassed"));
  const states = after(structure, [
    [0, "completed"],
    [0, "waived"],
  ]);

  expect(satisfactionOf(structure, states).course).toBe(true);
  expect(isCourseLearned(structure, states)).toBe(false);
});
