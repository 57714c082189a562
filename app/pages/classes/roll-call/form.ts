import { ROLL_FAULTS, ShownCardForm } from "#app/domain/centres/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const cardForm = defineForm(ShownCardForm, ROLL_FAULTS, { card: "the", form: "" });
