import type { Process } from "#app/domain/criteria/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { SelectField, TextArea } from "#app/kit/field.tsx";

import type { revocationForm } from "./form.ts";

export type RevocationReason = Process["revocationReasons"][number];

interface RevokeFormProps {
  /** Whose recognition it is. */
  readonly holder: string;
  readonly reasons: readonly RevocationReason[];
  readonly view: ReturnType<typeof revocationForm.view>;
}

/** Folded away, because it cannot be taken back. */
export function RevokeForm({ holder, reasons, view: { fields, errors } }: RevokeFormProps) {
  const words = useWords().desk.register.revoke;
  return (
    <details className="no-print" open={errors.length > 0}>
      <summary>{words.summary}</summary>
      <form method="post" className="flow">
        <p>{words.warning(holder)}</p>
        <SelectField
          {...fields.reason}
          label={words.reason}
          placeholder
          options={reasons.map(({ code, sentence }) => ({ value: code, label: sentence }))}
        />
        <TextArea {...fields.words} label={words.words} hint={words.wordsHint} rows={3} />
        <Button tone="danger" icon="cross">
          {words.button}
        </Button>
      </form>
    </details>
  );
}
