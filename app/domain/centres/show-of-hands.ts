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
