import { BADGE_FAULTS, BadgeForm } from "#app/domain/certificates/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const badgeForm = defineForm(BadgeForm, BADGE_FAULTS, {
  text: "noi-dung-huy-hieu",
  name: "ho-ten",
});
