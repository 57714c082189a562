import { VERIFY_FAULTS, VerifyForm } from "#app/domain/evaluation/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const verifyForm = defineForm(VerifyForm, VERIFY_FAULTS, { items: "ho-so", form: "" });
