import { CHANGE_PIN_FAULTS, ChangePinForm } from "#app/domain/identity/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const changePinForm = defineForm(
  ChangePinForm,
  CHANGE_PIN_FAULTS,
  { current: "current", next: "next", again: "again" },
  { secrets: ["current", "next", "again"] },
);
