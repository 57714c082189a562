import type { Db } from "#app/db/index.server.ts";
import { Day, type PersonId, type PlaceId } from "#app/domain/kernel/index.ts";

import type { LearningPlan } from "./plan.ts";
import { WEEK_DAYS } from "./week.ts";

/** Whose plans. */
export interface Planner {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
}

/** Every plan that somebody made, in that order. */
export async function findPlans(
  db: Db,
  { communeId, personId }: Planner,
): Promise<readonly LearningPlan[]> {
  const rows = await db.learningPlan.findMany({
    where: { communeId, personId },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    madeAt: row.madeAt,
    weeklyLessons: row.weeklyLessons,
    days: WEEK_DAYS.filter((day) => row.days.includes(day)),
    hour: row.hour,
    courses: row.courses,
    reason: row.reason,
    rest:
      row.restFrom === null || row.restUntil === null
        ? null
        : { from: dayOfDate(row.restFrom), until: dayOfDate(row.restUntil) },
    ended: row.endedAt !== null,
  }));
}

/** Adds a plan; false when there is one of that id, which is left as it is. */
export async function insertPlan(db: Db, whose: Planner, plan: LearningPlan): Promise<boolean> {
  const { ended, rest, days, courses, ...kept } = plan;
  const { count } = await db.learningPlan.createMany({
    data: [
      {
        communeId: whose.communeId,
        personId: whose.personId,
        ...kept,
        days: [...days],
        courses: [...courses],
        restFrom: rest === null ? null : new Date(rest.from),
        restUntil: rest === null ? null : new Date(rest.until),
        endedAt: ended ? plan.madeAt : null,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** A `date` column arrives as midnight in UTC. */
function dayOfDate(date: Date): Day {
  return Day.parse(date.toISOString().slice(0, 10));
}
