import type { PlanPaper } from "#app/domain/documents/index.ts";
import { addDays, mondayOf, sundayOf } from "#app/domain/guidance/index.ts";
import type { PlanProgress } from "#app/domain/guidance/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type Day, dayOf, formatDay } from "#app/domain/kernel/index.ts";
import { vi } from "#app/locales/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

const WEEKS_ON_PAPER = 12;
const DAYS_A_WEEK = 7;

/** Her plan as its paper says it: this week and those to come, whose rest is known. */
export function planPaper(
  deps: Pick<Deps, "now" | "origin" | "catalogue">,
  actor: Pick<Actor, "fullName" | "sample">,
  villageName: string,
  { plan, weeks }: PlanProgress,
): PlanPaper {
  const now = deps.now();
  const thisMonday = mondayOf(dayOf(now));
  const isRest = (from: Day, until: Day) =>
    plan.rest !== null && plan.rest.from <= until && plan.rest.until >= from;
  return {
    holderName: actor.fullName,
    villageName,
    weeklyLessons: plan.weeklyLessons,
    days: plan.days.map((day) => vi.finding.days[day].toLowerCase()).join(", "),
    hour: plan.hour,
    courses: deps
      .catalogue()
      .filter(({ id }) => plan.courses.includes(id))
      .map(({ title }) => title),
    reason: plan.reason,
    weeks: Array.from({ length: WEEKS_ON_PAPER }, (_, at) => {
      const from = addDays(thisMonday, at * DAYS_A_WEEK);
      const until = sundayOf(from);
      const done = weeks.find(({ monday }) => monday === from)?.done ?? 0;
      return { from, until, rest: isRest(from, until), done };
    }),
    url: `${deps.origin}/ke-hoach`,
    madeAt: now,
    sample: actor.sample,
  };
}

/** "ke-hoach-hoc-22-11-2026" */
export function planFileName(now: Date): string {
  return `ke-hoach-hoc-${formatDay(dayOf(now)).replaceAll("/", "-")}`;
}
