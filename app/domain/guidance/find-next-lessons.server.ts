import type { Actor } from "#app/domain/identity/index.ts";
import { readMyCourse, readMyCourses } from "#app/domain/learning/index.server.ts";
import type { LearningDeps } from "#app/domain/learning/index.ts";

import type { GuidanceDeps } from "./deps.ts";
import { type Begun, type NextLesson, nextLessons } from "./next-lessons.ts";
import { findPlans } from "./plan.store.server.ts";
import { findNeedsOfVillages } from "./village-need.store.server.ts";

/** What she began is asked about so far back. */
const BEGUN_AT_MOST = 3;

/** What she could learn next, the best first, each with its reason; empty when all is learned. */
export async function findNextLessons(
  deps: GuidanceDeps & LearningDeps,
  actor: Actor,
  { ownNeed, most }: { readonly ownNeed: string | null; readonly most: number },
): Promise<readonly NextLesson[]> {
  const catalogue = deps.catalogue();
  const records = await readMyCourses(deps, actor);
  const open = records
    .filter(({ completedAt, courseId }) => completedAt === null && isIn(catalogue, courseId))
    .slice(0, BEGUN_AT_MOST);
  const states = new Map<string, Begun["state"]>();
  for (const { courseId } of open) {
    // oxlint-disable-next-line no-await-in-loop -- a connection each would starve other readers
    states.set(courseId, await readMyCourse(deps, actor, courseId));
  }
  const { plannedCourses, villageNeeds } = await deps.transact(actor.reach, async (db) => {
    const plan = (await findPlans(db, actor)).at(-1);
    const needs = await findNeedsOfVillages(db, actor.communeId);
    return {
      plannedCourses: plan === undefined || plan.ended ? [] : plan.courses,
      villageNeeds: needs.get(actor.villageId) ?? [],
    };
  });
  const begun = records.map(({ courseId, completedAt }): Begun => {
    const completed = completedAt !== null;
    return { courseId, completed, state: states.get(courseId) ?? null };
  });
  const asked = begun.filter(({ courseId, completed }) => completed || states.has(courseId));
  const bearings = { catalogue, begun: asked, plannedCourses, villageNeeds, ownNeed };
  return nextLessons(bearings, most);
}

function isIn(catalogue: ReturnType<GuidanceDeps["catalogue"]>, courseId: string): boolean {
  return catalogue.some(({ id }) => id === courseId);
}
