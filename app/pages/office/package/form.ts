import { WAIVE_FAULTS, WaiveForm } from "#app/domain/cmi5/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const waiveForm = defineForm(WaiveForm, WAIVE_FAULTS, {
  card: "the",
  unit: "bai",
  reason: "ly-do",
});
