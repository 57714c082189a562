import { LANGUAGES } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import type { correctionForm } from "./form.ts";

interface CorrectionFieldsProps {
  readonly fields: FieldsOf<typeof correctionForm>;
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  /** The end of the citizen's number that is kept, or null. */
  readonly nationalIdLast4: string | null;
}

/** What is known of somebody, to be mended. */
export function CorrectionFields({ fields, groups, nationalIdLast4 }: CorrectionFieldsProps) {
  const { form: words, sexes, languages, correction } = useWords().people;
  return (
    <>
      <TextField
        {...fields.fullName}
        label={words.fullName}
        hint={words.fullNameHint}
        autoComplete="off"
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
        <SelectField
          {...fields.language}
          label={words.language}
          options={LANGUAGES.map((value) => ({ value, label: languages[value] ?? value }))}
        />
        <SelectField
          {...fields.citizenGroup}
          label={words.citizenGroup}
          options={groups.map(({ code, name }) => ({ value: code, label: name }))}
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
      <TextField
        {...fields.nationalId}
        label={correction.nationalId}
        hint={
          nationalIdLast4 === null
            ? correction.nationalIdHint
            : correction.nationalIdKept(nationalIdLast4)
        }
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      {nationalIdLast4 === null ? null : (
        <ChoiceGroup
          {...fields.withoutNationalId}
          legend={correction.without}
          type="checkbox"
          options={[{ value: "yes", label: correction.withoutOption }]}
          required={false}
        />
      )}
      <TextField
        {...fields.reason}
        label={correction.reason}
        hint={correction.reasonHint}
        autoComplete="off"
      />
    </>
  );
}
