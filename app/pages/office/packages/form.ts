import { PACKAGE_FORM_FAULTS, PackageForm } from "#app/domain/cmi5/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const packageForm = defineForm(PackageForm, PACKAGE_FORM_FAULTS, {
  file: "tep",
  subject: "nhom",
  minutes: "phut",
});
