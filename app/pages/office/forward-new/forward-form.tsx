import { PERSONS_SENT, REMOTE_VERSIONS } from "#app/domain/exchange/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { DateField, SelectField, TextArea, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { ErrorSummary } from "#app/kit/notice.tsx";
import type { forwardForm } from "./form.ts";

type Option = { readonly value: string; readonly label: string };

interface ForwardFormProps {
  /** Becomes the forward's, so that a second press is the same one. */
  readonly forwardId: string;
  readonly courses: readonly Option[];
  readonly verbs: readonly Option[];
  readonly view: ReturnType<typeof forwardForm.view>;
}

interface PartProps {
  readonly fields: FieldsOf<typeof forwardForm>;
}

/** Another record store to send statements to. */
export function NewForward({ forwardId, courses, verbs, view }: ForwardFormProps) {
  const words = useWords().exchange.forwards.form;
  const { fields, errors } = view;
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={forwardId} />
        <Where fields={fields} />
        <What fields={fields} courses={courses} verbs={verbs} />
        <Since fields={fields} />
        <Actions>
          <Button icon="plus">{words.button}</Button>
        </Actions>
      </form>
    </>
  );
}

function Where({ fields }: PartProps) {
  const words = useWords().exchange.forwards.form;
  return (
    <Card heading={words.where} icon="next">
      <TextField {...fields.name} label={words.name} hint={words.nameHint} autoComplete="off" />
      <TextField
        {...fields.endpoint}
        label={words.endpoint}
        hint={words.endpointHint}
        type="url"
        autoComplete="off"
      />
      <TextField {...fields.user} label={words.user} autoComplete="off" />
      <TextField
        {...fields.secret}
        label={words.secret}
        hint={words.secretHint}
        type="password"
        autoComplete="new-password"
      />
      <SelectField
        {...fields.version}
        label={words.version}
        options={REMOTE_VERSIONS.map((value) => ({ value, label: words.versions[value] }))}
      />
    </Card>
  );
}

type WhatProps = PartProps & Pick<ForwardFormProps, "courses" | "verbs">;

function What({ fields, courses, verbs }: WhatProps) {
  const words = useWords().exchange.forwards.form;
  return (
    <Card heading={words.what} icon="list">
      <ChoiceGroup
        {...fields.persons}
        legend={words.persons}
        hint={words.personsHint}
        type="radio"
        options={PERSONS_SENT.map((value) => ({ value, label: words.personsOptions[value] }))}
      />
      {courses.length === 0 ? null : (
        <ChoiceGroup
          {...fields.courses}
          legend={words.courses}
          hint={words.coursesHint}
          type="checkbox"
          options={courses}
        />
      )}
      <TextArea
        {...fields.activities}
        label={words.activities}
        hint={words.activitiesHint}
        rows={2}
        optional
      />
      <ChoiceGroup
        {...fields.verbs}
        legend={words.verbs}
        hint={words.verbsHint}
        type="checkbox"
        options={verbs}
      />
      <TextArea
        {...fields.otherVerbs}
        label={words.otherVerbs}
        hint={words.otherVerbsHint}
        rows={2}
        optional
      />
    </Card>
  );
}

function Since({ fields }: PartProps) {
  const words = useWords().exchange.forwards.form;
  return (
    <Card heading={words.start} icon="calendar">
      <ChoiceGroup
        {...fields["start.kind"]}
        legend={words.start}
        type="radio"
        options={(["now", "day", "beginning"] as const).map((value) => ({
          value,
          label: words.starts[value],
        }))}
      />
      <DateField {...fields["start.day"]} label={words.day} optional />
    </Card>
  );
}
