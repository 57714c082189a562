import { PLAN_FAULTS, PlanForm } from "#app/domain/guidance/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const planForm = defineForm(PlanForm, PLAN_FAULTS, {
  weeklyLessons: "so-bai",
  days: "ngay",
  hour: "gio",
  courses: "khoa",
  reason: "de-lam-gi",
  restFrom: "nghi-tu",
  restUntil: "nghi-den",
});
