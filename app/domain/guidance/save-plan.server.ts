import type { Actor } from "#app/domain/identity/index.ts";

import type { GuidanceDeps } from "./deps.ts";
import type { LearningPlan, PlanForm } from "./plan.ts";
import { findPlans, insertPlan } from "./plan.store.server.ts";

/**
 * Keeps her own plan beside the older ones; from now on it counts. The same form sent again changes
 * nothing. Courses that are not in the catalogue are left out.
 * @param input.id made when the form was drawn
 */
export async function savePlan(
  deps: Pick<GuidanceDeps, "transact" | "now" | "catalogue">,
  actor: Actor,
  input: { readonly id: string; readonly form: PlanForm },
): Promise<void> {
  const known = new Set(deps.catalogue().map(({ id }) => id));
  const plan: LearningPlan = {
    ...input.form,
    id: input.id,
    madeAt: deps.now(),
    courses: [...new Set(input.form.courses)].filter((id) => known.has(id)),
    ended: false,
  };
  await deps.transact(actor.reach, (db) => insertPlan(db, actor, plan));
}

/** Ends her plan: nothing is asked of the weeks from this one on. Without a plan nothing happens. */
export async function endPlan(
  deps: Pick<GuidanceDeps, "transact" | "now">,
  actor: Actor,
  input: { readonly id: string },
): Promise<void> {
  const madeAt = deps.now();
  await deps.transact(actor.reach, async (db) => {
    const last = (await findPlans(db, actor)).at(-1);
    if (last === undefined || last.ended) return;
    await insertPlan(db, actor, { ...last, id: input.id, madeAt, ended: true });
  });
}
