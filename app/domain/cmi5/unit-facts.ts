import type { LearningAct } from "#app/domain/learning/index.ts";

import {
  isCourseLearned,
  isUnitLearned,
  type UnitState,
  type UnitStates,
  UNTOUCHED,
} from "./rollup.ts";
import { type CourseStructure, minutesOfUnits, unitsOf } from "./structure.ts";

/** What happened in a unit, as a statement tells it; `at` is when the product stored or wrote it. */
export interface UnitFact {
  /** The unit's key. */
  readonly unit: string;
  readonly kind: "opened" | "completed" | "passed" | "failed" | "waived";
  /** Scaled score of passed and failed. */
  readonly scaled: number | null;
  readonly at: Date;
}

/** A version of a package, as progress needs to know it. */
export interface PackageVersion {
  readonly packageId: string;
  readonly sha256: string;
  /** Nominal, of the whole. */
  readonly minutes: number;
  readonly structure: CourseStructure;
}

/** How learning names the course of a package. */
export function courseIdOf(packageId: string): string {
  return `goi-${packageId}`;
}

/** The states after the fact. A fact that is told again changes nothing. */
export function applyFact(units: UnitStates, fact: UnitFact): UnitStates {
  const before = units.get(fact.unit) ?? UNTOUCHED;
  return new Map([...units, [fact.unit, moved(before, fact)]]);
}

function moved(state: UnitState, { kind, scaled, at }: UnitFact): UnitState {
  const bestScaled = scaled === null ? state.bestScaled : Math.max(state.bestScaled ?? 0, scaled);
  switch (kind) {
    case "opened":
      return { ...state, openedAt: state.openedAt ?? at };
    case "completed":
      return { ...state, completedAt: state.completedAt ?? at };
    case "passed":
      return { ...state, passedAt: state.passedAt ?? at, bestScaled };
    case "failed":
      return { ...state, bestScaled };
    case "waived":
      return { ...state, waivedAt: state.waivedAt ?? at };
  }
}

/**
 * The acts of learning that a fact is: opened, scored, the unit done, the course done; a waiver is none, as
 * who is let off a unit has learned it elsewhere, not here. A function of the states before it and the fact alone, so that progress can be rebuilt from statements.
 */
export function actsOf(
  version: PackageVersion,
  before: UnitStates,
  fact: UnitFact,
): readonly LearningAct[] {
  const { structure } = version;
  const unit = unitsOf(structure).find(({ key }) => key === fact.unit);
  if (unit === undefined) return [];
  const base = {
    courseId: courseIdOf(version.packageId),
    lessonId: unit.key,
    contentVersion: version.sha256,
    at: fact.at,
  };
  const after = applyFact(before, fact);
  /** Whether something holds now that did not. */
  const became = (holds: (units: UnitStates) => boolean) => !holds(before) && holds(after);
  const stateIn = (units: UnitStates) => units.get(unit.key) ?? UNTOUCHED;
  const acts: LearningAct[] = [];
  if (became((units) => stateIn(units).openedAt !== null)) acts.push({ ...base, kind: "opened" });
  if (fact.scaled !== null) {
    const deciding = unit.key === decidingUnit(structure);
    acts.push({ ...base, kind: "scored", scaled: fact.scaled, deciding });
  }
  if (became((units) => isUnitLearned(unit, stateIn(units)))) {
    const minutes = minutesOfUnits(structure, version.minutes).get(unit.key) ?? 0;
    acts.push({ ...base, kind: "lesson-completed", minutes });
  }
  if (became((units) => isCourseLearned(structure, units))) {
    acts.push({ ...base, lessonId: "", kind: "course-completed" });
  }
  return acts;
}

/** The unit whose score stands for the course: the last one that asks for a score, or the only one. */
function decidingUnit(structure: CourseStructure): string | null {
  const units = unitsOf(structure);
  const scored = units.findLast(({ masteryScore }) => masteryScore !== null);
  return scored?.key ?? (units.length === 1 ? (units[0]?.key ?? null) : null);
}
