import {
  PLAN_HOURS,
  REASON_LENGTH,
  WEEK_DAYS,
  WEEKLY_LESSONS_AT_MOST,
} from "#app/domain/guidance/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { useDraft } from "#app/kit/draft.ts";
import { DateField, SelectField, TextArea } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

/** Names of the form's fields. */
export const PLAN_FIELDS = {
  weeklyLessons: "so-bai",
  days: "ngay",
  hour: "gio",
  courses: "khoa",
  reason: "de-lam-gi",
  restFrom: "nghi-tu",
  restUntil: "nghi-den",
} as const;
type PlanField = keyof typeof PLAN_FIELDS;

export type PlanFault = keyof Words["finding"]["plan"]["faults"];

/** A plan as it stands in the form, every value as typed. */
export interface TypedPlan {
  readonly weeklyLessons: string;
  readonly days: readonly string[];
  readonly hour: string;
  readonly courses: readonly string[];
  readonly reason: string;
  readonly restFrom: string;
  readonly restUntil: string;
}

/** What is wrong, by field. */
export interface FieldFault {
  readonly field: PlanField;
  readonly fault: PlanFault;
}

/** The first fault of each field, from what a schema complained of. */
export function planFaults(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  known: Readonly<Record<string, unknown>>,
): readonly FieldFault[] {
  const faults = new Map<PlanField, PlanFault>();
  for (const { path, message } of issues) {
    const field = FIELDS.find((each) => each === path[0]) ?? "weeklyLessons";
    const fault = isFault(message, known) ? message : "unreadable";
    if (!faults.has(field)) faults.set(field, fault);
  }
  return [...faults].map(([field, fault]) => ({ field, fault }));
}

const FIELDS: readonly PlanField[] = [
  "weeklyLessons",
  "days",
  "hour",
  "courses",
  "reason",
  "restFrom",
  "restUntil",
];

function isFault(message: string, known: Readonly<Record<string, unknown>>): message is PlanFault {
  return Object.hasOwn(known, message);
}

/** Everything to mend, above the page. */
export function PlanErrors({ faults }: { readonly faults: readonly FieldFault[] }) {
  const words = useWords().finding.plan;
  return (
    <ErrorSummary
      title={words.form.errorTitle}
      errors={faults.map(({ field, fault }) => ({
        name: PLAN_FIELDS[field],
        message: words.faults[fault],
      }))}
    />
  );
}

interface PlanFormProps {
  /** Becomes the plan's, so that a second press is the same plan. */
  readonly id: string;
  readonly typed: TypedPlan;
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  readonly faults: readonly FieldFault[];
}

export function PlanForm({ id, typed, courses, faults }: PlanFormProps) {
  const { days, plan } = useWords().finding;
  const words = plan.form;
  const errorOf = (field: PlanField) => {
    const fault = faults.find((each) => each.field === field)?.fault;
    return fault === undefined ? undefined : plan.faults[fault];
  };
  const counts = Array.from({ length: WEEKLY_LESSONS_AT_MOST }, (_, at) => String(at + 1));
  const draft = useDraft({ done: `^${href("learn/plan")}\\?xong=` });
  return (
    <form method="post" className="flow" {...draft}>
      <input type="hidden" name="ma" value={id} />
      <SelectField
        name={PLAN_FIELDS.weeklyLessons}
        label={words.weeklyLessons}
        hint={words.weeklyHint}
        options={counts.map((value) => ({ value, label: words.lessons(Number(value)) }))}
        defaultValue={typed.weeklyLessons}
        error={errorOf("weeklyLessons")}
      />
      <ChoiceGroup
        name={PLAN_FIELDS.days}
        legend={words.days}
        hint={words.daysHint}
        type="checkbox"
        options={WEEK_DAYS.map((value) => ({ value, label: days[value] }))}
        defaultValues={typed.days}
        error={errorOf("days")}
      />
      <SelectField
        name={PLAN_FIELDS.hour}
        label={words.hour}
        options={PLAN_HOURS.map((value) => ({ value, label: value }))}
        placeholder={words.noHour}
        defaultValue={typed.hour}
        error={errorOf("hour")}
      />
      {courses.length === 0 ? null : (
        <ChoiceGroup
          name={PLAN_FIELDS.courses}
          legend={words.courses}
          type="checkbox"
          options={courses.map((course) => ({ value: course.id, label: course.title }))}
          defaultValues={typed.courses}
          error={errorOf("courses")}
        />
      )}
      <TextArea
        name={PLAN_FIELDS.reason}
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={typed.reason}
        maxLength={REASON_LENGTH}
        rows={2}
        error={errorOf("reason")}
        optional
      />
      <fieldset className="field">
        <legend>{words.rest}</legend>
        <DateField
          name={PLAN_FIELDS.restFrom}
          label={words.restFrom}
          hint={words.restFromHint}
          defaultValue={typed.restFrom}
          error={errorOf("restFrom")}
          optional
        />
        <DateField
          name={PLAN_FIELDS.restUntil}
          label={words.restUntil}
          hint={words.restUntilHint}
          defaultValue={typed.restUntil}
          error={errorOf("restUntil")}
          optional
        />
      </fieldset>
      <Actions>
        <Button icon="check" name="viec" value="ghi">
          {words.save}
        </Button>
      </Actions>
    </form>
  );
}
