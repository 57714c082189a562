import { z } from "zod";

import { type Question, responseText } from "#app/domain/content/index.ts";

import { PRESENT_AT_MOST } from "./meeting.ts";

/**
 * Hands that were raised, by what they were raised for: places of the choices from "0"; "right" and
 * "wrong" where there are no choices and the group compares its answer with the right one.
 */
export const ShowOfHands = z.record(
  z.string().regex(/^(?:\d{1,2}|right|wrong)$/u),
  z.int().min(0).max(PRESENT_AT_MOST),
);
export type ShowOfHands = z.infer<typeof ShowOfHands>;

/** Hands for one thing, as typed; "" is none. */
const TypedHands = z
  .string()
  .max(4)
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^\d*$/u))
  .transform(Number);

/** A count as its page sends it, by the keys of `handsOptions`; one more or less of one where that was pressed, else "". */
export function handsForm(keys: readonly string[]) {
  return z
    .object({
      hands: z.object(Object.fromEntries(keys.map((key) => [key, TypedHands]))),
      more: z.string(),
      less: z.string(),
    })
    .transform(({ hands, more, less }) => {
      const counted = Object.entries(hands).map(([key, raised]) => {
        const change = Number(key === more) - Number(key === less);
        return [key, Math.max(0, raised + change)] as const;
      });
      return { hands: Object.fromEntries(counted) };
    })
    .pipe(z.object({ hands: ShowOfHands }));
}

/** A code for each line of a count: the name of its field. */
export function handsFaults(keys: readonly string[]): Readonly<Record<string, readonly [string]>> {
  return Object.fromEntries(keys.map((key) => [`hands.${key}`, [`hands.${key}`]]));
}

/** One thing that hands can be raised for. */
export interface HandsOption {
  readonly key: string;
  /** The choice in words; "" for the words "right" and "wrong", which the page has. */
  readonly label: string;
  readonly right: boolean;
}

/** What a group may raise its hands for at a question, in the order of the file. */
export function handsOptions(question: Question): readonly HandsOption[] {
  return "choices" in question
    ? question.choices.map(({ correct }, place) => ({
        key: String(place),
        label: responseText(question, [String(place)]),
        right: correct,
      }))
    : [
        { key: "right", label: "", right: true },
        { key: "wrong", label: "", right: false },
      ];
}

/** Whether hands are counted before the answer is shown: only choices can be voted on unseen. */
export function votesFirst(question: Question): boolean {
  return "choices" in question;
}
