import type { Subject } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps, KeptVersion } from "./deps.ts";
import type { CoursePackage } from "./package.ts";
import { findPackage, findPackages, readVersion } from "./package.store.server.ts";
import {
  findRegistration,
  findRegistrations,
  findUnits,
  type Registration,
} from "./registration.store.server.ts";
import { isCourseLearned, isUnitSettled, type UnitStates, UNTOUCHED } from "./rollup.ts";
import { type CourseStructure, unitsOf, vietnamese } from "./structure.ts";

/** A package in a learner's list. */
export interface OfferedCourse {
  readonly packageId: string;
  readonly title: string;
  readonly description: string;
  readonly subject: Subject;
  readonly minutes: number;
  readonly units: number;
  /** Null before she began it. */
  readonly done: { readonly units: number; readonly learned: boolean } | null;
}

/** What her province offers, and what she began of what it offers no more. */
export function listCourses(deps: Cmi5Deps, actor: Actor): Promise<readonly OfferedCourse[]> {
  return deps.transact(actor.reach, async (db) => {
    const packages = await findPackages(db, actor.provinceId);
    const { communeId, personId } = actor;
    const registrations = await findRegistrations(db, { communeId, personId });
    const courses: OfferedCourse[] = [];
    for (const one of packages) {
      const begun = registrations.find(({ packageId }) => packageId === one.id) ?? null;
      if (begun === null && one.withdrawnAt !== null) continue;
      const version = await readVersion(db, deps, begun?.versionId ?? one.versionId);
      courses.push(offered(one, version, begun === null ? null : await findUnits(db, begun)));
    }
    return courses;
  });
}

function offered(
  { id, subject }: CoursePackage,
  { structure, minutes }: KeptVersion,
  units: UnitStates | null,
): OfferedCourse {
  return {
    packageId: id,
    title: vietnamese(structure.title),
    description: vietnamese(structure.description),
    subject,
    minutes,
    units: unitsOf(structure).length,
    done:
      units === null
        ? null
        : { units: unitsSettled(structure, units), learned: isCourseLearned(structure, units) },
  };
}

function unitsSettled(structure: CourseStructure, units: UnitStates): number {
  return unitsOf(structure).filter((unit) => isUnitSettled(unit, units.get(unit.key) ?? UNTOUCHED))
    .length;
}

/** One package as its learner sees it. */
export interface LearnerCourse extends OfferedCourse {
  readonly structure: CourseStructure;
  /** By the unit's key; a unit that is missing is untouched. */
  readonly states: UnitStates;
  /** Whether a newer version than hers is offered. */
  readonly isOutdated: boolean;
}

export type ReadCourseRefusal = { readonly code: "unknown-course" };

/** The version that she began, or the one that she would be given. */
export function readCourse(
  deps: Cmi5Deps,
  actor: Actor,
  packageId: string,
): Promise<Result<LearnerCourse, ReadCourseRefusal>> {
  return deps.transact(actor.reach, async (db) => {
    const found = await findPackage(db, actor.provinceId, packageId);
    const begun: Registration | null =
      found === null ? null : await findRegistration(db, actor, packageId);
    if (found === null || (begun === null && found.withdrawnAt !== null)) {
      return refuse({ code: "unknown-course" });
    }
    const version = await readVersion(db, deps, begun?.versionId ?? found.versionId);
    const states = begun === null ? null : await findUnits(db, begun);
    return accept({
      ...offered(found, version, states),
      structure: version.structure,
      states: states ?? new Map(),
      isOutdated:
        begun !== null && found.withdrawnAt === null && begun.versionId !== found.versionId,
    });
  });
}
