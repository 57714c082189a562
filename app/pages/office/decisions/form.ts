import { PREPARE_FAULTS, PrepareDecisionForm } from "#app/domain/evaluation/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const preparationForm = defineForm(PrepareDecisionForm, PREPARE_FAULTS, {
  signerName: "nguoi-ky",
  signerTitle: "chuc-vu",
  form: "",
});
