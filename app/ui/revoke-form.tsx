import type { Process, RegisterEntryView } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "./button.tsx";
import { SelectField, TextArea } from "./field.tsx";

export type RevocationReason = Process["revocationReasons"][number];

/** A revocation that was not written, with what was typed. */
export interface RefusedRevocation {
  readonly entryId: string;
  readonly reason: string;
  readonly words: string;
  readonly reasonError: string | undefined;
  readonly wordsError: string | undefined;
}

interface RevokeFormProps {
  readonly entry: RegisterEntryView;
  readonly reasons: readonly RevocationReason[];
  readonly refused: RefusedRevocation | undefined;
}

/** Folded away, because it cannot be taken back. */
export function RevokeForm({ entry, reasons, refused }: RevokeFormProps) {
  const words = useWords().desk.register.revoke;
  const mine = refused?.entryId === entry.id ? refused : undefined;
  return (
    <details open={mine !== undefined} className="text-left">
      <summary>
        {words.summary}
        <span className="sr-only">: {entry.fullName}</span>
      </summary>
      <form method="post" className="flow">
        <input type="hidden" name="vao-so" value={entry.id} />
        <p>{words.warning(entry.fullName)}</p>
        <SelectField
          name="ly-do"
          id={`ly-do-${entry.id}`}
          label={words.reason}
          placeholder
          options={reasons.map(({ code, sentence }) => ({ value: code, label: sentence }))}
          defaultValue={mine?.reason}
          error={mine?.reasonError}
          required
        />
        <TextArea
          name="noi-dung"
          id={`noi-dung-${entry.id}`}
          label={words.words}
          hint={words.wordsHint}
          defaultValue={mine?.words}
          error={mine?.wordsError}
          rows={3}
          maxLength={500}
          required
        />
        <Button tone="danger" icon="cross">
          {words.button}
        </Button>
      </form>
    </details>
  );
}
