import { REGISTRATION_FAULTS, RegistrationForm } from "#app/domain/identity/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const registrationForm = defineForm(RegistrationForm, REGISTRATION_FAULTS, {
  consent: "dong-y",
  explainedBy: "nguoi-giai-thich",
  explainedIn: "tieng-giai-thich",
  guardianCard: "the-giam-ho",
  fullName: "ho-ten",
  villageId: "thon",
  birth: "ngay-sinh",
  sex: "gioi",
  language: "tieng",
  citizenGroup: "nhom",
  phone: "dien-thoai",
});
