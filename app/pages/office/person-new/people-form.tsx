import { LANGUAGES, type Namesake } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";
import { ConsentText } from "./people-consent.tsx";
import {
  fieldOfFault,
  PERSON_FIELDS,
  type PersonField,
  type RefusedPerson,
  type TypedPerson,
} from "./people-registration.ts";

interface PersonFormProps {
  /** Becomes the person's, so that a second press is the same person. */
  readonly personId: string;
  readonly villages: readonly { readonly villageId: string; readonly villageName: string }[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  /** What stands in the fields. */
  readonly typed: TypedPerson;
  readonly refused: RefusedPerson | undefined;
}

/** First the consent, then what is written down. */
export function PersonForm({ personId, villages, groups, typed, refused }: PersonFormProps) {
  const words = useWords().people.form;
  const toDesk = useDeskHref();
  const faults = refused?.faults ?? [];
  const namesakes = refused?.namesakes ?? [];
  const errorAt = (field: PersonField) => {
    const fault = faults.find((each) => fieldOfFault(each) === field);
    return fault === undefined ? undefined : words.faults[fault];
  };
  return (
    <>
      {faults.length === 0 ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={faults.map((fault) => ({
            name: PERSON_FIELDS[fieldOfFault(fault)],
            message: words.faults[fault],
          }))}
        />
      )}
      {namesakes.length === 0 ? null : <Namesakes namesakes={namesakes} />}
      <form method="post" className="flow" noValidate>
        <input type="hidden" name="ma" value={personId} />
        <ConsentText />
        <ConsentFields typed={typed} errorAt={errorAt} />
        <h2>{words.person}</h2>
        <PersonFields {...{ villages, groups, typed, errorAt }} />
        <Actions>
          {namesakes.length === 0 ? (
            <Button icon="check">{words.button}</Button>
          ) : (
            <>
              {namesakes.map(({ personId: seen }) => (
                <input key={seen} type="hidden" name="da-xem" value={seen} />
              ))}
              <Button icon="check">{words.namesakes.button}</Button>
              <ButtonLink href={toDesk(href("office/people"))} tone="plain">
                {words.back}
              </ButtonLink>
            </>
          )}
        </Actions>
      </form>
    </>
  );
}

interface FieldsProps {
  readonly typed: TypedPerson;
  readonly errorAt: (field: PersonField) => string | undefined;
}

function ConsentFields({ typed, errorAt }: FieldsProps) {
  const words = useWords().people.form;
  const options = useLanguageOptions();
  return (
    <>
      <ChoiceGroup
        name={PERSON_FIELDS.consent}
        legend={words.answer}
        type="checkbox"
        options={[{ value: "yes", label: words.consent }]}
        defaultValues={[typed.consent]}
        error={errorAt("consent")}
      />
      <div className="grid items-end gap-4 md:grid-cols-2">
        <TextField
          name={PERSON_FIELDS.explainedBy}
          label={words.explainedBy}
          autoComplete="off"
          maxLength={100}
          defaultValue={typed.explainedBy}
          error={errorAt("explainedBy")}
          required
        />
        <SelectField
          name={PERSON_FIELDS.explainedIn}
          label={words.explainedIn}
          options={options}
          placeholder
          defaultValue={typed.explainedIn}
          error={errorAt("explainedIn")}
          required
        />
      </div>
      <TextField
        name={PERSON_FIELDS.guardianCard}
        label={words.guardianCard}
        hint={words.guardianCardHint}
        autoComplete="off"
        maxLength={40}
        defaultValue={typed.guardianCard}
        error={errorAt("guardianCard")}
        optional
      />
    </>
  );
}

function PersonFields({
  typed,
  errorAt,
  villages,
  groups,
}: FieldsProps & Pick<PersonFormProps, "villages" | "groups">) {
  const { form: words, sexes } = useWords().people;
  const languages = useLanguageOptions();
  return (
    <>
      <TextField
        name={PERSON_FIELDS.fullName}
        label={words.fullName}
        hint={words.fullNameHint}
        autoComplete="off"
        maxLength={100}
        defaultValue={typed.fullName}
        error={errorAt("fullName")}
        required
      />
      <SelectField
        name={PERSON_FIELDS.villageId}
        label={words.village}
        options={villages.map(({ villageId, villageName }) => ({
          value: villageId,
          label: villageName,
        }))}
        placeholder
        defaultValue={typed.villageId}
        error={errorAt("villageId")}
        required
      />
      <TextField
        name={PERSON_FIELDS.birth}
        label={words.birth}
        hint={words.birthHint}
        autoComplete="off"
        maxLength={20}
        defaultValue={typed.birth}
        error={errorAt("birth")}
        optional
      />
      <ChoiceGroup
        name={PERSON_FIELDS.sex}
        legend={words.sex}
        type="radio"
        options={(["female", "male", "unstated"] as const).map((value) => ({
          value,
          label: sexes[value],
        }))}
        defaultValues={[typed.sex]}
        error={errorAt("sex")}
        required
      />
      <div className="grid items-end gap-4 md:grid-cols-2">
        <SelectField
          name={PERSON_FIELDS.language}
          label={words.language}
          options={languages}
          placeholder
          defaultValue={typed.language}
          error={errorAt("language")}
          required
        />
        <SelectField
          name={PERSON_FIELDS.citizenGroup}
          label={words.citizenGroup}
          options={groups.map(({ code, name }) => ({ value: code, label: name }))}
          placeholder
          defaultValue={typed.citizenGroup}
          error={errorAt("citizenGroup")}
          required
        />
      </div>
      <TextField
        name={PERSON_FIELDS.phone}
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        autoComplete="off"
        maxLength={40}
        defaultValue={typed.phone}
        error={errorAt("phone")}
        optional
      />
    </>
  );
}

function useLanguageOptions() {
  const { languages } = useWords().people;
  return LANGUAGES.map((value) => ({ value, label: languages[value] ?? value }));
}

/** Who may be the same person, to be looked at before anything is written. */
function Namesakes({ namesakes }: { readonly namesakes: readonly Namesake[] }) {
  const words = useWords().people.form.namesakes;
  const toDesk = useDeskHref();
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.intro}</p>
      <ul>
        {namesakes.map(({ personId, fullName, birthYear, villageName }) => (
          <li key={personId}>
            <a
              href={toDesk(href("office/person", { person: personId }))}
              target="_blank"
              rel="noreferrer"
            >
              {words.line(
                fullName,
                birthYear === null ? words.bornUnknown : words.born(String(birthYear)),
                villageName,
              )}
            </a>
          </li>
        ))}
      </ul>
      <p>{words.advice}</p>
    </Notice>
  );
}
