import {
  ENDORSEMENT_FAULTS,
  type EndorsementFault,
  EndorsementForm,
  REASON_FAULTS,
  type ReasonFault,
  ReasonForm,
} from "#app/domain/evaluation/index.ts";
import {
  ATTESTATION_FAULTS,
  type AttestationFault,
  AttestationForm,
} from "#app/domain/portfolio/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const attestationForm = defineForm(AttestationForm, ATTESTATION_FAULTS, {
  level: "level",
  words: "words",
  form: "xac-nhan",
});

export const endorsementForm = defineForm(EndorsementForm, ENDORSEMENT_FAULTS, {
  words: "words",
  form: "y-kien",
});

export const returnForm = defineForm(ReasonForm, REASON_FAULTS, {
  reason: "words",
  form: "y-kien",
});

const ACTS = ["xac-nhan", "dong-y", "tra-lai"] as const;

/** What a village may say of a resident, as the forms name it. */
export type VillageAct = (typeof ACTS)[number];

export function isAct(text: string): text is VillageAct {
  return ACTS.some((known) => known === text);
}

/** What was not written down, with everything that was typed. */
export type RefusedAct =
  | {
      readonly act: "xac-nhan";
      readonly indicator: string;
      readonly typed: typeof attestationForm.blank;
      readonly faults: readonly AttestationFault[];
    }
  | {
      readonly act: "dong-y";
      readonly typed: typeof endorsementForm.blank;
      readonly faults: readonly EndorsementFault[];
    }
  | {
      readonly act: "tra-lai";
      readonly typed: typeof returnForm.blank;
      readonly faults: readonly ReasonFault[];
    };

type Sentences = Readonly<Record<AttestationFault | EndorsementFault | ReasonFault, string>>;

/** The form of one indicator: the page has one for each, with what the attestor said before. */
export function viewAttestation(
  indicator: string,
  refused: RefusedAct | undefined,
  before: typeof attestationForm.blank | undefined,
  words: Sentences,
) {
  const mine = refused?.act === "xac-nhan" && refused.indicator === indicator ? refused : undefined;
  const ids = { level: `level-${indicator}`, words: `words-${indicator}` };
  return attestationForm.view(mine ?? (before && { typed: before }), words, { ids });
}

export function viewEndorsement(refused: RefusedAct | undefined, words: Sentences) {
  return endorsementForm.view(refused?.act === "dong-y" ? refused : undefined, words);
}

export function viewReturn(refused: RefusedAct | undefined, words: Sentences) {
  const mine = refused?.act === "tra-lai" ? refused : undefined;
  return returnForm.view(mine, words, { ids: { reason: "reason" } });
}

/** Everything to mend, whichever form it was. */
export function errorsOf(refused: RefusedAct, words: Sentences) {
  switch (refused.act) {
    case "xac-nhan":
      return viewAttestation(refused.indicator, refused, undefined, words).errors;
    case "dong-y":
      return viewEndorsement(refused, words).errors;
    case "tra-lai":
      return viewReturn(refused, words).errors;
  }
}
