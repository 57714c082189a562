import { z } from "zod";

import type { Day, PlaceId } from "#app/domain/kernel/index.ts";
import { provinceIdOfCode } from "#app/domain/places/index.ts";

import { sundayOf } from "./week.ts";

const Note = z.string().min(5).max(600);

/** `content/learning-rhythm.yaml`: what a run of weeks forgives. */
export const LearningRhythm = z.strictObject({
  validFrom: z.iso.date(),
  note: Note,
  /** Weeks of a quarter that may be missed without breaking a run. */
  missedWeeksAQuarter: z.strictObject({ weeks: z.int().min(0).max(13), note: Note }),
  /** Months in which fields come first, by province. */
  harvest: z.array(
    z.strictObject({
      provinces: z.array(z.string().regex(/^\d{2}$/u)).min(1),
      months: z.array(z.int().min(1).max(12)).min(1).max(6),
      note: Note,
    }),
  ),
});
export type LearningRhythm = z.infer<typeof LearningRhythm>;

/** What forgives the weeks of one person's plan. */
export interface Forgiveness {
  /** 1 to 12 */
  readonly harvestMonths: readonly number[];
  readonly missedWeeksAQuarter: number;
}

export function forgivenessIn(rhythm: LearningRhythm, provinceId: PlaceId): Forgiveness {
  const here = rhythm.harvest.filter(({ provinces }) =>
    provinces.some((code) => provinceIdOfCode(code) === provinceId),
  );
  const months = new Set(here.flatMap((each) => each.months));
  return {
    harvestMonths: [...months].toSorted((a, b) => a - b),
    missedWeeksAQuarter: rhythm.missedWeeksAQuarter.weeks,
  };
}

/** Whether a day of the week lies in a month of harvest. */
export function isHarvest(monday: Day, { harvestMonths }: Forgiveness): boolean {
  return [monday, sundayOf(monday)].some((day) => harvestMonths.includes(Number(day.slice(5, 7))));
}
