import { z } from "zod";

import { formatNumber } from "#app/domain/kernel/index.ts";

import { type Asked, fill, type Finding, template } from "./kind.ts";

/** Rungs in rising order of both the measure and the points, so that more never suggests less. */
const Steps = z
  .array(z.strictObject({ atLeast: z.number().positive(), points: z.int().min(1).max(100) }))
  .min(1)
  .refine(
    (steps) =>
      steps.every((step, at) => {
        const before = steps[at - 1];
        return (
          before === undefined || (step.atLeast > before.atLeast && step.points > before.points)
        );
      }),
    "steps must rise in atLeast and in points",
  );

/** Of every rule that compares a number with its steps. */
export const MEASURED = {
  steps: Steps,
  sentence: template(["value", "of", "titles", "points"]),
  next: template(["value", "of", "titles", "missing", "atLeast", "nextPoints"]),
};

interface Measured {
  readonly steps: z.infer<typeof Steps>;
  readonly sentence: string;
  readonly next: string;
}

export interface Measure {
  readonly value: number;
  /** What it is made of, where that has names. */
  readonly titles?: readonly string[];
  /** Of how many the value is; the value itself where nothing was asked for. */
  readonly of?: number;
}

/** A kind of rule that compares a number with its steps. */
export function measuredBy<Schema extends z.ZodType<Measured>>(
  schema: Schema,
  measure: (rule: z.infer<Schema>, asked: Asked) => Measure,
) {
  return {
    schema,
    find: (rule: z.infer<Schema>, asked: Asked) => findMeasured(rule, measure(rule, asked)),
  };
}

function findMeasured(rule: Measured, { value, titles = [], of = value }: Measure): Finding {
  const reached = rule.steps.findLast(({ atLeast }) => value >= atLeast);
  const following = rule.steps.find(({ atLeast }) => value < atLeast);
  const words = {
    value: formatNumber(value),
    of: formatNumber(of),
    titles: titles.map((title) => `“${title}”`).join(", "),
  };
  const points = reached?.points ?? null;
  return {
    points,
    reason:
      points === null ? null : fill(rule.sentence, { ...words, points: formatNumber(points) }),
    next:
      following === undefined ? null : fill(rule.next, { ...words, ...toCome(following, value) }),
    nextPoints: following?.points ?? 0,
  };
}

function toCome({ atLeast, points }: Measured["steps"][number], value: number) {
  return {
    missing: formatNumber(atLeast - value),
    atLeast: formatNumber(atLeast),
    nextPoints: formatNumber(points),
  };
}
