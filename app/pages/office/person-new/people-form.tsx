import { LANGUAGES, type Namesake } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { SelectField, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";
import { ConsentText } from "./people-consent.tsx";
import type { registrationForm } from "./form.ts";

interface PersonFormProps {
  /** Becomes the person's, so that a second press is the same person. */
  readonly personId: string;
  readonly villages: readonly { readonly villageId: string; readonly villageName: string }[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly view: ReturnType<typeof registrationForm.view>;
  /** Who may be the same person, when the form was not taken because of them. */
  readonly namesakes: readonly Namesake[] | undefined;
}

/** First the consent, then what is written down. */
export function PersonForm({ personId, villages, groups, view, namesakes = [] }: PersonFormProps) {
  const words = useWords().people.form;
  const toDesk = useDeskHref();
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={view.errors} />
      {namesakes.length === 0 ? null : <Namesakes namesakes={namesakes} />}
      <form method="post" className="flow" noValidate>
        <input type="hidden" name="ma" value={personId} />
        <ConsentText />
        <ConsentFields fields={view.fields} />
        <h2>{words.person}</h2>
        <PersonFields {...{ villages, groups }} fields={view.fields} />
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
  readonly fields: FieldsOf<typeof registrationForm>;
}

function ConsentFields({ fields }: FieldsProps) {
  const words = useWords().people.form;
  const options = useLanguageOptions();
  return (
    <>
      <ChoiceGroup
        {...fields.consent}
        legend={words.answer}
        type="checkbox"
        options={[{ value: "yes", label: words.consent }]}
      />
      <div className="grid items-end gap-4 md:grid-cols-2">
        <TextField {...fields.explainedBy} label={words.explainedBy} autoComplete="off" />
        <SelectField
          {...fields.explainedIn}
          label={words.explainedIn}
          options={options}
          placeholder
        />
      </div>
      <TextField
        {...fields.guardianCard}
        label={words.guardianCard}
        hint={words.guardianCardHint}
        autoComplete="off"
        optional
      />
    </>
  );
}

function PersonFields({
  fields,
  villages,
  groups,
}: FieldsProps & Pick<PersonFormProps, "villages" | "groups">) {
  const { form: words, sexes } = useWords().people;
  const languages = useLanguageOptions();
  return (
    <>
      <TextField
        {...fields.fullName}
        label={words.fullName}
        hint={words.fullNameHint}
        autoComplete="off"
      />
      <SelectField
        {...fields.villageId}
        label={words.village}
        options={villages.map(({ villageId, villageName }) => ({
          value: villageId,
          label: villageName,
        }))}
        placeholder
      />
      <TextField
        {...fields.birth}
        label={words.birth}
        hint={words.birthHint}
        autoComplete="off"
        optional
      />
      <ChoiceGroup
        {...fields.sex}
        legend={words.sex}
        type="radio"
        options={(["female", "male", "unstated"] as const).map((value) => ({
          value,
          label: sexes[value],
        }))}
      />
      <div className="grid items-end gap-4 md:grid-cols-2">
        <SelectField {...fields.language} label={words.language} options={languages} placeholder />
        <SelectField
          {...fields.citizenGroup}
          label={words.citizenGroup}
          options={groups.map(({ code, name }) => ({ value: code, label: name }))}
          placeholder
        />
      </div>
      <TextField
        {...fields.phone}
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        autoComplete="off"
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
