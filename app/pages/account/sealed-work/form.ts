import { BROUGHT_FAULTS, PastedForm } from "#app/domain/phones/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const takeForm = defineForm(PastedForm, BROUGHT_FAULTS, { file: "tep", codes: "ma" });
