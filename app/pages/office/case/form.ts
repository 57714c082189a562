import { OPINION_FAULTS, type OpinionFault, ReasonForm } from "#app/domain/evaluation/index.ts";
import { defineForm, type Typed } from "#app/kit/form.ts";

export const reasonForm = defineForm(ReasonForm, OPINION_FAULTS, {
  reason: "ly-do",
  form: "y-kien",
});

const OPINIONS = ["xac-nhan", "tra-lai", "khong-cong-nhan"] as const;

/** What the commune may say of an endorsed case, as the form names it. */
export type Opinion = (typeof OPINIONS)[number];

export function isOpinion(text: string): text is Opinion {
  return OPINIONS.some((known) => known === text);
}

export interface RefusedOpinion {
  readonly opinion: Opinion;
  readonly typed: Typed<typeof ReasonForm, "reason">;
  readonly faults: readonly OpinionFault[];
}

/** The form of one opinion: the page has a reason for two of them. */
export function viewReason(
  opinion: Opinion,
  refused: RefusedOpinion | undefined,
  words: Readonly<Record<OpinionFault, string>>,
) {
  const mine = refused?.opinion === opinion ? refused : undefined;
  return reasonForm.view(mine, words, { ids: { reason: `ly-do-${opinion}` } });
}
