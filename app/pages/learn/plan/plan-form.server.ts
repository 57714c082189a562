import { PLAN_FIELDS, type TypedPlan } from "./plan-form.tsx";

import { textOf, textsOf } from "#app/server/http/form.server.ts";

const TEXT_LENGTH = 1200;
const TICKS_AT_MOST = 60;

/** A plan as it was typed; what is far too long is cut before anybody looks at it. */
export function typedPlan(form: FormData): TypedPlan {
  const text = (name: string) => textOf(form, name).slice(0, TEXT_LENGTH);
  const ticks = (name: string) => textsOf(form, name).slice(0, TICKS_AT_MOST);
  return {
    weeklyLessons: text(PLAN_FIELDS.weeklyLessons),
    days: ticks(PLAN_FIELDS.days),
    hour: text(PLAN_FIELDS.hour),
    courses: ticks(PLAN_FIELDS.courses),
    reason: text(PLAN_FIELDS.reason),
    restFrom: text(PLAN_FIELDS.restFrom),
    restUntil: text(PLAN_FIELDS.restUntil),
  };
}
