import { RESIDENCE_FAULTS, ResidenceForm } from "#app/domain/identity/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const residenceForm = defineForm(ResidenceForm, RESIDENCE_FAULTS, {
  form: "",
  how: "viec",
  villageId: "thon",
  since: "tu-ngay",
  reason: "can-cu",
});
