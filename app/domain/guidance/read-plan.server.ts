import type { Db } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type Day, dayOf } from "#app/domain/kernel/index.ts";
import { findCompletions } from "#app/domain/learning/index.server.ts";

import type { GuidanceDeps } from "./deps.ts";
import type { LearningPlan } from "./plan.ts";
import { findPlans, type Planner } from "./plan.store.server.ts";
import {
  type PlanWeek,
  planWeeks,
  type Run,
  runOf,
  weeksKept,
  type WeeksKept,
} from "./plan-weeks.ts";
import { forgivenessIn } from "./rhythm.ts";
import { mondayOf } from "./week.ts";

/** Her plan with how it goes. */
export interface PlanProgress {
  readonly plan: LearningPlan;
  /** From the first plan to this week, which comes last. */
  readonly weeks: readonly PlanWeek[];
  readonly run: Run;
  /** Months of harvest where she lives, 1 to 12. */
  readonly harvestMonths: readonly number[];
}

/** Her own plan; null when she made none or ended it. */
export function readMyPlan(
  deps: Pick<GuidanceDeps, "transact" | "now" | "rhythm">,
  actor: Actor,
): Promise<PlanProgress | null> {
  const today = dayOf(deps.now());
  return deps.transact(actor.reach, async (db) => {
    const { plan, weeks } = await findPlanWeeks(db, actor, today);
    if (plan === null) return null;
    const forgiveness = forgivenessIn(deps.rhythm, actor.provinceId);
    return {
      plan,
      weeks,
      run: runOf(weeks, forgiveness),
      harvestMonths: forgiveness.harvestMonths,
    };
  });
}

/** The plan that stands today, null for none, and every week under a plan. */
export async function findPlanWeeks(
  db: Db,
  whose: Planner,
  today: Day,
): Promise<{ readonly plan: LearningPlan | null; readonly weeks: readonly PlanWeek[] }> {
  const plans = await findPlans(db, whose);
  const [first] = plans;
  const last = plans.at(-1);
  if (first === undefined || last === undefined) return { plan: null, weeks: [] };
  const since = new Date(`${mondayOf(dayOf(first.madeAt))}T00:00:00+07:00`);
  const completed = await findCompletions(db, whose, since);
  return { plan: last.ended ? null : last, weeks: planWeeks(plans, completed, today) };
}

/** How much of her plan somebody kept in a year; for the portfolio. */
export async function findWeeksKept(
  db: Db,
  whose: Planner & { readonly year: number },
  today: Day,
): Promise<WeeksKept> {
  const { weeks } = await findPlanWeeks(db, whose, today);
  return weeksKept(weeks, whose.year);
}
