import type { OfferedCourse } from "#app/domain/cmi5/index.server.ts";
import {
  type AssignableUnit,
  type CourseStructure,
  isUnitSatisfied,
  type MoveOn,
  type Part,
  type UnitState,
  type UnitStates,
  UNTOUCHED,
  vietnamese,
} from "#app/domain/cmi5/index.ts";

import type { CourseListing } from "#app/pages/learn/blocks/course-view.ts";

const ICONS = { digital: "phone", language: "chat", agriculture: "plant", life: "learn" } as const;
const SUMMARY_LENGTH = 160;

/** A package among the courses; `level`: what tells it from a course of the house. */
export function listingOfPackage(course: OfferedCourse, level: string): CourseListing {
  const { packageId, title, description, subject, minutes, units, done } = course;
  return {
    id: `goi/${packageId}`,
    title,
    summary: shortened(description),
    icon: ICONS[subject],
    level,
    subject,
    minutes,
    lessons: units,
    done: done === null ? undefined : { lessons: done.units, total: units, passed: done.learned },
  };
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length <= SUMMARY_LENGTH ? line : `${line.slice(0, SUMMARY_LENGTH - 1)}…`;
}

/** Where she stands in a unit, in one word. */
export type UnitStage = "untouched" | "opened" | "passed" | "completed" | "waived";

/** A unit as its line shows it. */
export interface UnitLine {
  readonly kind: "unit";
  readonly key: string;
  readonly title: string;
  readonly stage: UnitStage;
  readonly isOptional: boolean;
  readonly moveOn: MoveOn;
  /** Best score, whole percent; null before the first. */
  readonly percent: number | null;
  readonly action: "open" | "goOn" | "review";
  /** The host of a unit that lies elsewhere. */
  readonly host: string | null;
}

export interface BlockLines {
  readonly kind: "block";
  readonly key: string;
  readonly title: string;
  readonly parts: readonly PartLines[];
}
export type PartLines = UnitLine | BlockLines;

/** The structure with where she stands in it. */
export function linesOf(structure: CourseStructure, states: UnitStates): readonly PartLines[] {
  return structure.parts.map((part) => partLines(part, states));
}

function partLines(part: Part, states: UnitStates): PartLines {
  if (part.kind === "unit") return unitLine(part, states.get(part.key) ?? UNTOUCHED);
  const { key, title, parts } = part;
  return {
    kind: "block",
    key,
    title: vietnamese(title),
    parts: parts.map((each) => partLines(each, states)),
  };
}

function unitLine(unit: AssignableUnit, state: UnitState): UnitLine {
  const stage = stageOf(state);
  const isDone = stage === "passed" || stage === "completed";
  return {
    kind: "unit",
    key: unit.key,
    title: vietnamese(unit.title),
    stage,
    isOptional: unit.moveOn === "NotApplicable",
    moveOn: unit.moveOn,
    percent: state.bestScaled === null ? null : Math.floor(state.bestScaled * 100 + 1e-9),
    action:
      isDone && isUnitSatisfied(unit, state) ? "review" : state.openedAt === null ? "open" : "goOn",
    host: unit.inPackage ? null : new URL(unit.url).host,
  };
}

function stageOf({ openedAt, completedAt, passedAt, waivedAt }: UnitState): UnitStage {
  if (passedAt !== null) return "passed";
  if (completedAt !== null) return "completed";
  if (waivedAt !== null) return "waived";
  return openedAt === null ? "untouched" : "opened";
}
