import { PLAN_HOURS, WEEK_DAYS, WEEKLY_LESSONS_AT_MOST } from "#app/domain/guidance/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { useDraft } from "#app/kit/draft.ts";
import { DateField, SelectField, TextArea } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { href } from "#app/routes.ts";

import type { planForm } from "./form.ts";

interface PlanFormProps {
  /** Becomes the plan's, so that a second press is the same plan. */
  readonly id: string;
  readonly fields: FieldsOf<typeof planForm>;
  readonly courses: readonly { readonly id: string; readonly title: string }[];
}

export function PlanForm({ id, fields, courses }: PlanFormProps) {
  const { days, plan } = useWords().finding;
  const words = plan.form;
  const counts = Array.from({ length: WEEKLY_LESSONS_AT_MOST }, (_, at) => String(at + 1));
  const draft = useDraft({ done: `^${href("learn/plan")}\\?xong=` });
  return (
    <form method="post" className="flow" {...draft}>
      <input type="hidden" name="ma" value={id} />
      <SelectField
        {...fields.weeklyLessons}
        label={words.weeklyLessons}
        hint={words.weeklyHint}
        options={counts.map((value) => ({ value, label: words.lessons(Number(value)) }))}
      />
      <ChoiceGroup
        {...fields.days}
        legend={words.days}
        hint={words.daysHint}
        type="checkbox"
        options={WEEK_DAYS.map((value) => ({ value, label: days[value] }))}
      />
      <SelectField
        {...fields.hour}
        label={words.hour}
        options={PLAN_HOURS.map((value) => ({ value, label: value }))}
        placeholder={words.noHour}
      />
      {courses.length === 0 ? null : (
        <ChoiceGroup
          {...fields.courses}
          legend={words.courses}
          type="checkbox"
          options={courses.map((course) => ({ value: course.id, label: course.title }))}
        />
      )}
      <TextArea {...fields.reason} label={words.reason} hint={words.reasonHint} rows={2} optional />
      <fieldset className="field">
        <legend>{words.rest}</legend>
        <DateField {...fields.restFrom} label={words.restFrom} hint={words.restFromHint} optional />
        <DateField
          {...fields.restUntil}
          label={words.restUntil}
          hint={words.restUntilHint}
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
