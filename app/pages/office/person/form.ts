import {
  ATTESTOR_FAULTS,
  type AttestorFault,
  AttestorForm,
  PIN_RESET_FAULTS,
  type PinResetFault,
  PinResetForm,
  PROMOTER_FAULTS,
  type PromoterFault,
  PromoterForm,
} from "#app/domain/identity/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const attestorForm = defineForm(AttestorForm, ATTESTOR_FAULTS, {
  villageId: "thon",
  title: "chuc-danh",
  form: "nguoi-xac-nhan",
});

export const promoterForm = defineForm(PromoterForm, PROMOTER_FAULTS, {
  placeId: "noi-mo-lop",
  title: "chuc-danh-lop",
  form: "nguoi-huong-dan",
});

export const pinResetForm = defineForm(PinResetForm, PIN_RESET_FAULTS, { form: "ma-pin" });

/** A task on somebody's file that was not done, with what was typed. */
export type RefusedTask =
  | {
      readonly task: "attestor";
      readonly typed: typeof attestorForm.blank;
      readonly faults: readonly AttestorFault[];
    }
  | {
      readonly task: "promoter";
      readonly typed: typeof promoterForm.blank;
      readonly faults: readonly PromoterFault[];
    }
  | {
      readonly task: "pin";
      readonly typed: typeof pinResetForm.blank;
      readonly faults: readonly PinResetFault[];
    };

type Sentences = Readonly<Record<AttestorFault | PromoterFault | PinResetFault, string>>;

/** Everything to mend, whichever task it was. */
export function errorsOf(refused: RefusedTask, words: Sentences) {
  switch (refused.task) {
    case "attestor":
      return attestorForm.view(refused, words).errors;
    case "promoter":
      return promoterForm.view(refused, words).errors;
    case "pin":
      return pinResetForm.view(refused, words).errors;
  }
}
