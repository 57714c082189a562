import { z } from "zod";

import { CARD_ALPHABET, CARD_LENGTH } from "#app/domain/identity/index.ts";
import { Day } from "#app/domain/kernel/index.ts";

import type { Dice } from "./dice.ts";

const Half = z.object({ middle: z.array(z.string()).min(1), given: z.array(z.string()).min(1) });

/** content/sample/names.yaml */
export const SampleNames = z.object({
  note: z.string(),
  groups: z.array(
    z.object({
      language: z.string(),
      families: z.array(z.string()).min(1),
      women: Half,
      men: Half,
    }),
  ),
  /** Code of the criteria set's group that everybody belongs to. */
  citizenGroup: z.string(),
  provinceCode: z.string(),
  communes: z.array(
    z.object({
      code: z.string(),
      groups: z.array(z.string()).min(1),
      villages: z.array(z.object({ type: z.string(), name: z.string() })).min(1),
    }),
  ),
});
export type SampleNames = z.infer<typeof SampleNames>;

export interface SamplePerson {
  readonly fullName: string;
  readonly sex: "female" | "male";
  readonly language: string;
  readonly birth: { readonly precision: "day" | "year"; readonly day: Day };
  readonly cardCode: string;
}

/** Somebody who could live there, and does not. Two in three are women, as in the evening classes. */
export function inventPerson(
  dice: Dice,
  names: SampleNames,
  languages: readonly string[],
): SamplePerson {
  const group = dice.pick(names.groups.filter(({ language }) => languages.includes(language)));
  const sex = dice.chance(66) ? "female" : "male";
  const half = sex === "female" ? group.women : group.men;
  const year = 1961 + dice.roll(46);
  // Papers often know the year alone, which is then written as 1 January.
  const precise = dice.chance(60);
  const month = String(1 + dice.roll(12)).padStart(2, "0");
  const day = String(1 + dice.roll(28)).padStart(2, "0");
  return {
    fullName: [dice.pick(group.families), dice.pick(half.middle), dice.pick(half.given)].join(" "),
    sex,
    language: group.language,
    birth: precise
      ? { precision: "day", day: Day.parse(`${year}-${month}-${day}`) }
      : { precision: "year", day: Day.parse(`${year}-01-01`) },
    cardCode: Array.from({ length: CARD_LENGTH }, () =>
      CARD_ALPHABET.charAt(dice.roll(CARD_ALPHABET.length)),
    ).join(""),
  };
}
