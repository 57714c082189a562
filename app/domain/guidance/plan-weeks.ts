import { type Day, dayOf } from "#app/domain/kernel/index.ts";

import type { LearningPlan } from "./plan.ts";
import { type Forgiveness, isHarvest } from "./rhythm.ts";
import { mondayOf, mondaysBetween, sundayOf, yearOfWeek } from "./week.ts";

/** One week under a plan. */
export interface PlanWeek {
  readonly monday: Day;
  /** Lessons that were meant to be done. */
  readonly goal: number;
  /** Lessons completed. */
  readonly done: number;
  /**
   * Kept: the goal was reached, also in a week of rest. Now: it is still going on. A week of rest was
   * declared in the plan.
   */
  readonly state: "kept" | "rest" | "missed" | "now";
}

/**
 * The weeks from the first plan to this one, in their order. The plan that stood at a week's end
 * counts for the whole week; weeks without a plan are left out, and so is the week in which the first
 * plan was made, when it was too short for its goal.
 * @param plans in the order in which they were made
 * @param completed when each lesson was completed
 */
export function planWeeks(
  plans: readonly LearningPlan[],
  completed: readonly Date[],
  today: Day,
): readonly PlanWeek[] {
  const [first] = plans;
  if (first === undefined) return [];
  const lessons = new Map<Day, number>();
  for (const at of completed) {
    const monday = mondayOf(dayOf(at));
    lessons.set(monday, (lessons.get(monday) ?? 0) + 1);
  }
  const begun = dayOf(first.madeAt);
  const thisMonday = mondayOf(today);
  return mondaysBetween(mondayOf(begun), thisMonday).flatMap((monday) => {
    const plan = planIn(plans, monday);
    if (plan === null) return [];
    const done = lessons.get(monday) ?? 0;
    const state = stateOf(plan, monday, done, thisMonday);
    const tooShort = state === "missed" && monday < begun && monday === mondayOf(begun);
    return tooShort ? [] : [{ monday, goal: plan.weeklyLessons, done, state }];
  });
}

function planIn(plans: readonly LearningPlan[], monday: Day): LearningPlan | null {
  const sunday = sundayOf(monday);
  const plan = plans.findLast(({ madeAt }) => dayOf(madeAt) <= sunday);
  return plan === undefined || plan.ended ? null : plan;
}

function stateOf(
  { weeklyLessons, rest }: LearningPlan,
  monday: Day,
  done: number,
  thisMonday: Day,
): PlanWeek["state"] {
  if (done >= weeklyLessons) return "kept";
  if (rest !== null && rest.from <= sundayOf(monday) && rest.until >= monday) return "rest";
  return monday === thisMonday ? "now" : "missed";
}

/** Weeks kept one after another up to now; rest, harvest and a few missed weeks do not end it. */
export interface Run {
  readonly kept: number;
  /** Weeks in it that were not kept: rest, harvest, or missed and forgiven. */
  readonly forgiven: number;
}

export function runOf(weeks: readonly PlanWeek[], forgiveness: Forgiveness): Run {
  const missed = new Map<string, number>();
  let run: Run = { kept: 0, forgiven: 0 };
  for (const week of weeks) {
    switch (week.state) {
      case "kept":
        run = { ...run, kept: run.kept + 1 };
        break;
      case "now":
        break;
      case "rest":
        run = { ...run, forgiven: run.forgiven + 1 };
        break;
      case "missed": {
        if (isHarvest(week.monday, forgiveness)) {
          run = { ...run, forgiven: run.forgiven + 1 };
          break;
        }
        const quarter = quarterOf(week.monday);
        const before = missed.get(quarter) ?? 0;
        missed.set(quarter, before + 1);
        const forgiven = before < forgiveness.missedWeeksAQuarter;
        run = forgiven ? { ...run, forgiven: run.forgiven + 1 } : { kept: 0, forgiven: 0 };
      }
    }
  }
  return run.kept === 0 ? { kept: 0, forgiven: 0 } : run;
}

function quarterOf(day: Day): string {
  return `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** How much of a year's plan was kept; weeks of rest and the one that goes on are not asked for. */
export interface WeeksKept {
  readonly kept: number;
  readonly of: number;
}

export function weeksKept(weeks: readonly PlanWeek[], year: number): WeeksKept {
  const asked = weeks.filter(
    ({ monday, state }) => yearOfWeek(monday) === year && (state === "kept" || state === "missed"),
  );
  return { kept: asked.filter(({ state }) => state === "kept").length, of: asked.length };
}
