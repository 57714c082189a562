import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { TextArea, TextField } from "./field.tsx";

interface PrepareDecisionFormProps {
  /** Cases that are verified and in no list. */
  readonly waiting: number;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly errors: Readonly<Partial<Record<"signerName" | "signerTitle", string>>>;
}

/** Makes the list that the chair signs. */
export function PrepareDecisionForm(props: PrepareDecisionFormProps) {
  const { waiting, signerName, signerTitle, errors } = props;
  const words = useWords().desk.decisions.prepare;
  if (waiting === 0) {
    return (
      <Card heading={words.heading} icon="seal">
        <p>{words.nobody}</p>
      </Card>
    );
  }
  return (
    <Card heading={words.heading} icon="seal">
      <p>{words.intro(formatNumber(waiting))}</p>
      <form method="post" className="flow">
        <TextField
          name="nguoi-ky"
          label={words.signerName}
          autoComplete="off"
          maxLength={100}
          defaultValue={signerName}
          error={errors.signerName}
          required
        />
        <TextArea
          name="chuc-vu"
          label={words.signerTitle}
          hint={words.signerTitleHint}
          rows={2}
          maxLength={150}
          defaultValue={signerTitle}
          error={errors.signerTitle}
          required
        />
        <Button icon="list">{words.button}</Button>
      </form>
    </Card>
  );
}
