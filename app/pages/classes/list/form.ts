import { OPENING_FAULTS, OpeningForm } from "#app/domain/centres/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const openingForm = defineForm(OpeningForm, OPENING_FAULTS, {
  placeId: "noi",
  lesson: "bai",
});
