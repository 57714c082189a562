import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { TextArea, TextField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";

import type { preparationForm } from "./form.ts";

interface PreparationFormProps {
  /** Cases that are verified and in no list. */
  readonly waiting: number;
  readonly view: ReturnType<typeof preparationForm.view>;
}

/** Makes the list that the chair signs. */
export function PreparationForm({ waiting, view: { fields, errors } }: PreparationFormProps) {
  const { prepare: words, errorTitle } = useWords().desk.decisions;
  return (
    <>
      <ErrorSummary title={errorTitle} errors={errors} />
      <Card heading={words.heading} icon="list">
        {waiting === 0 && errors.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <>
            <p>{words.intro(formatNumber(waiting))}</p>
            <form method="post" className="flow">
              <TextField {...fields.signerName} label={words.signerName} autoComplete="off" />
              <TextArea
                {...fields.signerTitle}
                label={words.signerTitle}
                hint={words.signerTitleHint}
                rows={2}
              />
              <Button icon="list">{words.button}</Button>
            </form>
          </>
        )}
      </Card>
    </>
  );
}
