import type { Actor } from "#app/domain/identity/index.ts";

import type { GuidanceDeps } from "./deps.ts";
import type { LearningPlan, PlanForm } from "./plan.ts";
import { findPlans, insertPlan } from "./plan.store.server.ts";

/**
 * Keeps her own plan beside the older ones; from now on it counts. The same form sent again changes
 * nothing; one that was gone back to and filled in anew is another plan. Courses that are not in the
 * catalogue are left out.
 * @param input.id made when the form was drawn
 */
export async function savePlan(
  deps: Pick<GuidanceDeps, "transact" | "now" | "newId" | "catalogue">,
  actor: Actor,
  input: { readonly id: string; readonly form: PlanForm },
): Promise<void> {
  const { id, form } = input;
  const catalogue = new Set(deps.catalogue().map((course) => course.id));
  const courses = [...new Set(form.courses)].filter((course) => catalogue.has(course));
  const plan: LearningPlan = { ...form, id, courses, madeAt: deps.now(), ended: false };
  await deps.transact(actor.reach, async (db) => {
    if (await insertPlan(db, actor, plan)) return;
    const sent = (await findPlans(db, actor)).find((each) => each.id === id);
    if (sent !== undefined && saysTheSame(sent, plan)) return;
    await insertPlan(db, actor, { ...plan, id: deps.newId() });
  });
}

function saysTheSame(a: LearningPlan, b: LearningPlan): boolean {
  return said(a) === said(b);
}

function said({ weeklyLessons, days, hour, courses, reason, rest, ended }: LearningPlan): string {
  return JSON.stringify([
    weeklyLessons,
    days,
    hour,
    courses,
    reason,
    rest?.from,
    rest?.until,
    ended,
  ]);
}

/** Ends her plan: nothing is asked of the weeks from this one on. Without a plan nothing happens. */
export async function endPlan(
  deps: Pick<GuidanceDeps, "transact" | "now" | "newId">,
  actor: Actor,
): Promise<void> {
  const madeAt = deps.now();
  await deps.transact(actor.reach, async (db) => {
    const last = (await findPlans(db, actor)).at(-1);
    if (last === undefined || last.ended) return;
    await insertPlan(db, actor, { ...last, id: deps.newId(), madeAt, ended: true });
  });
}
