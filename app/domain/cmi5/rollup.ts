import {
  type AssignableUnit,
  blocksOf,
  type Block,
  type CourseStructure,
  type Part,
  unitsOf,
} from "./structure.ts";

/** Where a registration stands in one unit. */
export interface UnitState {
  readonly openedAt: Date | null;
  readonly completedAt: Date | null;
  readonly passedAt: Date | null;
  readonly waivedAt: Date | null;
  /** Best scaled score; null before the first. */
  readonly bestScaled: number | null;
}

export const UNTOUCHED: UnitState = {
  openedAt: null,
  completedAt: null,
  passedAt: null,
  waivedAt: null,
  bestScaled: null,
};

/** By the unit's key; a unit that is missing is untouched. */
export type UnitStates = ReadonlyMap<string, UnitState>;

/** Whether the unit's moveOn is met, or it was waived (§9.3.9, §13.1.4). */
export function isUnitSatisfied({ moveOn }: Pick<AssignableUnit, "moveOn">, state: UnitState) {
  if (state.waivedAt !== null) return true;
  const completed = state.completedAt !== null;
  const passed = state.passedAt !== null;
  switch (moveOn) {
    case "Completed":
      return completed;
    case "Passed":
      return passed;
    case "CompletedAndPassed":
      return completed && passed;
    case "CompletedOrPassed":
      return completed || passed;
    case "NotApplicable":
      return true;
  }
}

/** What statements must say "satisfied" of: blocks by key, and the course. */
export interface Satisfaction {
  readonly blocks: readonly string[];
  readonly course: boolean;
}

/** Everything that is satisfied now: a block by all that stands in it, the course by all of it. */
export function satisfactionOf(structure: CourseStructure, units: UnitStates): Satisfaction {
  const isMet = (part: Part): boolean =>
    part.kind === "unit"
      ? isUnitSatisfied(part, units.get(part.key) ?? UNTOUCHED)
      : part.parts.every(isMet);
  return {
    blocks: blocksOf(structure)
      .filter(isMet)
      .map(({ key }) => key),
    course: structure.parts.every(isMet),
  };
}

/** Blocks, the inner ones first, and the course that became satisfied and were not said to be. */
export function newlySatisfied(
  structure: CourseStructure,
  units: UnitStates,
  said: Satisfaction,
): { readonly blocks: readonly Block[]; readonly course: boolean } {
  const now = satisfactionOf(structure, units);
  return {
    blocks: blocksOf(structure).filter(
      ({ key }) => now.blocks.includes(key) && !said.blocks.includes(key),
    ),
    course: now.course && !said.course,
  };
}

/** Whether she met what the unit asks by what she did: a moveOn that asks nothing is met by nothing, a waiver is no deed. */
export function isUnitLearned(unit: AssignableUnit, state: UnitState): boolean {
  const done = state.completedAt !== null || state.passedAt !== null;
  return done && isUnitSatisfied(unit, { ...state, waivedAt: null });
}

/** Whether nothing more is asked of her in it: learned, or waived. */
export function isUnitSettled(unit: AssignableUnit, state: UnitState): boolean {
  return state.waivedAt !== null || isUnitLearned(unit, state);
}

/**
 * Whether the course counts as learned: every unit that asks something was met by what she did, and where
 * none asks anything, every unit was done. (By the specification such a course is satisfied before it is
 * opened; a portfolio may not say so.)
 */
export function isCourseLearned(structure: CourseStructure, units: UnitStates): boolean {
  const all = unitsOf(structure);
  const asking = all.filter(({ moveOn }) => moveOn !== "NotApplicable");
  return (asking.length === 0 ? all : asking).every((unit) =>
    isUnitLearned(unit, units.get(unit.key) ?? UNTOUCHED),
  );
}
