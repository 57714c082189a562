import { CORRECTION_FAULTS, CorrectionForm } from "#app/domain/identity/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const correctionForm = defineForm(CorrectionForm, CORRECTION_FAULTS, {
  form: "",
  fullName: "ho-ten",
  birth: "ngay-sinh",
  sex: "gioi",
  language: "tieng",
  citizenGroup: "nhom",
  phone: "dien-thoai",
  nationalId: "so-dinh-danh",
  withoutNationalId: "bo-so",
  reason: "vi-sao",
});
