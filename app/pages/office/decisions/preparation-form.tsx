import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { TextArea, TextField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";

/** Why no list was made. */
export type PreparationRefusal = keyof Pick<
  Words["desk"]["decisions"]["refusals"],
  | "name-short"
  | "name-long"
  | "title-short"
  | "title-long"
  | "nothing-to-decide"
  | "closed"
  | "no-cycle"
>;

interface PreparationFormProps {
  /** Cases that are verified and in no list. */
  readonly waiting: number;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly refusals: readonly PreparationRefusal[];
}

/** Makes the list that the chair signs. */
export function PreparationForm(props: PreparationFormProps) {
  const { waiting, signerName, signerTitle, refusals } = props;
  const { prepare: words, refusals: sentences, errorTitle } = useWords().desk.decisions;
  const errorOf = (field: "name" | "title") => {
    const refusal = refusals.find((each) => each.startsWith(`${field}-`));
    return refusal === undefined ? undefined : sentences[refusal];
  };
  return (
    <>
      {refusals.length === 0 ? null : (
        <ErrorSummary
          title={errorTitle}
          errors={refusals.map((refusal) => ({
            name: fieldOf(refusal),
            message: sentences[refusal],
          }))}
        />
      )}
      <Card heading={words.heading} icon="list">
        {waiting === 0 && refusals.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <>
            <p>{words.intro(formatNumber(waiting))}</p>
            <form method="post" className="flow">
              <TextField
                name="nguoi-ky"
                label={words.signerName}
                autoComplete="off"
                maxLength={100}
                defaultValue={signerName}
                error={errorOf("name")}
                required
              />
              <TextArea
                name="chuc-vu"
                label={words.signerTitle}
                hint={words.signerTitleHint}
                rows={2}
                maxLength={150}
                defaultValue={signerTitle}
                error={errorOf("title")}
                required
              />
              <Button icon="list">{words.button}</Button>
            </form>
          </>
        )}
      </Card>
    </>
  );
}

function fieldOf(refusal: PreparationRefusal): string | undefined {
  if (refusal.startsWith("name-")) return "nguoi-ky";
  return refusal.startsWith("title-") ? "chuc-vu" : undefined;
}
