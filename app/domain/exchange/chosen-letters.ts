import { z } from "zod";

import { type FaultOf, Uuid } from "#app/domain/kernel/index.ts";

const LETTERS_AT_MOST = 100;

/** Dead letters that a person ticked, by the ids of their statements. */
export const ChosenLetters = z.object({
  letters: z.array(Uuid).min(1).max(LETTERS_AT_MOST),
});

export const CHOSEN_LETTERS_FAULTS = { letters: ["none-chosen"] } as const;
export type ChosenLettersFault = FaultOf<typeof CHOSEN_LETTERS_FAULTS>;
