import { v5 as uuidv5 } from "uuid";

import { knownNeeds, PlanForm } from "#app/domain/guidance/index.ts";
import { savePlan, setVillageNeeds } from "#app/domain/guidance/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type PlaceId, valueOf, yearOf, dayOf } from "#app/domain/kernel/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

/** Plans take nothing of the sample's chance, so that everything else stays as it was. */
const PLAN_IDS = "5b0a5c0e-6d0f-4b1f-9a56-0f7f0c2f9d11";

/** Before her first evening, whoever learns makes a plan; whoever learns nothing has none. */
export async function planToLearn(
  deps: Deps,
  actor: Actor,
  courses: readonly string[],
): Promise<void> {
  if (courses.length === 0) return;
  const year = yearOf(dayOf(deps.now()));
  const form = PlanForm.parse({
    weeklyLessons: "2",
    days: ["tue", "thu", "sun"],
    hour: "20:00",
    courses,
    reason: "Dữ liệu mẫu: học để bán hàng cho khách.",
    restFrom: `15/09/${year}`,
    restUntil: `15/10/${year}`,
  });
  await savePlan(deps, actor, { id: uuidv5(actor.personId, PLAN_IDS), form });
}

/** One need of each village, in turn. */
export async function sayNeeds(
  deps: Deps,
  official: Actor,
  villageId: PlaceId,
  turn: number,
): Promise<void> {
  const known = knownNeeds(deps.catalogue());
  const needs = known.slice(turn % Math.max(1, known.length)).slice(0, 1);
  valueOf(await setVillageNeeds(deps, official, { villageId, needs }));
}
