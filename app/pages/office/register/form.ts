import { REVOCATION_FAULTS, RevocationForm } from "#app/domain/evaluation/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const revocationForm = defineForm(RevocationForm, REVOCATION_FAULTS, {
  reason: "ly-do",
  words: "can-cu",
  form: "chi-tiet",
});
