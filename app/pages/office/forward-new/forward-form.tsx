import { REMOTE_VERSIONS } from "#app/domain/exchange/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { DateField, SelectField, TextArea, TextField } from "#app/kit/field.tsx";
import {
  FORWARD_FIELDS as FIELDS,
  type ForwardFault,
  forwardFieldOf,
  type TypedForward,
} from "./forward-fields.ts";
import { ErrorSummary } from "#app/kit/notice.tsx";

type Option = { readonly value: string; readonly label: string };

interface ForwardFormProps {
  /** Becomes the forward's, so that a second press is the same one. */
  readonly forwardId: string;
  readonly courses: readonly Option[];
  readonly verbs: readonly Option[];
  readonly typed: TypedForward | undefined;
  readonly faults: readonly ForwardFault[];
}

interface PartProps extends Pick<ForwardFormProps, "courses" | "verbs" | "typed"> {
  readonly errorOf: (field: keyof typeof FIELDS) => string | undefined;
}

/** Another record store to send statements to. */
export function NewForward({ forwardId, faults, ...rest }: ForwardFormProps) {
  const words = useWords().exchange.forwards.form;
  const errorOf = (field: keyof typeof FIELDS) => {
    const fault = faults.find((each) => forwardFieldOf(each) === FIELDS[field]);
    return fault === undefined ? undefined : words.faults[fault];
  };
  return (
    <>
      {faults.length === 0 ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={faults.map((fault) => ({
            name: forwardFieldOf(fault),
            message: words.faults[fault],
          }))}
        />
      )}
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={forwardId} />
        <Where {...rest} errorOf={errorOf} />
        <What {...rest} errorOf={errorOf} />
        <Since {...rest} errorOf={errorOf} />
        <Actions>
          <Button icon="plus">{words.button}</Button>
        </Actions>
      </form>
    </>
  );
}

function Where({ typed, errorOf }: PartProps) {
  const words = useWords().exchange.forwards.form;
  return (
    <Card heading={words.where} icon="next">
      <TextField
        name={FIELDS.name}
        label={words.name}
        hint={words.nameHint}
        autoComplete="off"
        maxLength={100}
        defaultValue={typed?.name}
        error={errorOf("name")}
        required
      />
      <TextField
        name={FIELDS.endpoint}
        label={words.endpoint}
        hint={words.endpointHint}
        type="url"
        autoComplete="off"
        maxLength={500}
        defaultValue={typed?.endpoint}
        error={errorOf("endpoint")}
        required
      />
      <TextField
        name={FIELDS.user}
        label={words.user}
        autoComplete="off"
        maxLength={200}
        defaultValue={typed?.user}
        error={errorOf("user")}
        required
      />
      <TextField
        name={FIELDS.secret}
        label={words.secret}
        hint={words.secretHint}
        type="password"
        autoComplete="new-password"
        maxLength={500}
        error={errorOf("secret")}
        required
      />
      <SelectField
        name={FIELDS.version}
        label={words.version}
        options={REMOTE_VERSIONS.map((value) => ({ value, label: words.versions[value] }))}
        defaultValue={typed?.version}
        error={errorOf("version")}
      />
    </Card>
  );
}

function What({ courses, verbs, typed, errorOf }: PartProps) {
  const words = useWords().exchange.forwards.form;
  return (
    <Card heading={words.what} icon="list">
      <ChoiceGroup
        name={FIELDS.persons}
        legend={words.persons}
        hint={words.personsHint}
        type="radio"
        options={(["no", "yes"] as const).map((value) => ({
          value,
          label: words.personsOptions[value],
        }))}
        defaultValues={[typed?.persons === "yes" ? "yes" : "no"]}
        required
      />
      {courses.length === 0 ? null : (
        <ChoiceGroup
          name={FIELDS.courses}
          legend={words.courses}
          hint={words.coursesHint}
          type="checkbox"
          options={courses}
          defaultValues={typed?.courses}
        />
      )}
      <TextArea
        name={FIELDS.activities}
        label={words.activities}
        hint={words.activitiesHint}
        rows={2}
        defaultValue={typed?.activities}
        error={errorOf("activities")}
        optional
      />
      <ChoiceGroup
        name={FIELDS.verbs}
        legend={words.verbs}
        hint={words.verbsHint}
        type="checkbox"
        options={verbs}
        defaultValues={typed?.verbs}
      />
      <TextArea
        name={FIELDS.otherVerbs}
        label={words.otherVerbs}
        hint={words.otherVerbsHint}
        rows={2}
        defaultValue={typed?.otherVerbs}
        error={errorOf("otherVerbs")}
        optional
      />
    </Card>
  );
}

function Since({ typed, errorOf }: PartProps) {
  const words = useWords().exchange.forwards.form;
  return (
    <Card heading={words.start} icon="calendar">
      <ChoiceGroup
        name={FIELDS.start}
        legend={words.start}
        type="radio"
        options={(["now", "day", "beginning"] as const).map((value) => ({
          value,
          label: words.starts[value],
        }))}
        defaultValues={[typed?.start ?? "now"]}
        error={errorOf("start")}
        required
      />
      <DateField
        name={FIELDS.day}
        label={words.day}
        defaultValue={typed?.day}
        error={errorOf("day")}
        optional
      />
    </Card>
  );
}
