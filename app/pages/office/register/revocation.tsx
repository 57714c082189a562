import type { Process } from "#app/domain/criteria/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { SelectField, TextArea } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";

export type RevocationReason = Process["revocationReasons"][number];

const FORM_FAULTS = ["reason-missing", "words-short", "words-long"] as const;

/** Why a revocation was not written. */
export type RevocationFault = (typeof FORM_FAULTS)[number] | "own-recognition";

/** A revocation that was not written, with what was typed. */
export interface RefusedRevocation {
  readonly reason: string;
  readonly words: string;
  readonly faults: readonly RevocationFault[];
}

export const REVOCATION_FIELDS = { reason: "ly-do", words: "can-cu" } as const;

/** What is wrong in a form, by its issues. */
export function faultsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly RevocationFault[] {
  return FORM_FAULTS.filter((fault) =>
    issues.some(({ path, message }) =>
      fault === "reason-missing" ? path[0] === "reason" : message === fault,
    ),
  );
}

/** Everything to mend, above the page. */
export function RevocationErrors({ faults }: Pick<RefusedRevocation, "faults">) {
  const words = useWords().desk.register;
  return (
    <ErrorSummary
      title={words.errorTitle}
      errors={faults.map((fault) => ({ name: fieldOf(fault), message: words.refusals[fault] }))}
    />
  );
}

function fieldOf(fault: RevocationFault): string {
  switch (fault) {
    case "reason-missing":
      return REVOCATION_FIELDS.reason;
    case "words-short":
    case "words-long":
      return REVOCATION_FIELDS.words;
    case "own-recognition":
      return "chi-tiet";
  }
}

interface RevokeFormProps {
  /** Whose recognition it is. */
  readonly holder: string;
  readonly reasons: readonly RevocationReason[];
  readonly refused: RefusedRevocation | undefined;
}

/** Folded away, because it cannot be taken back. */
export function RevokeForm({ holder, reasons, refused }: RevokeFormProps) {
  const { revoke: words, refusals } = useWords().desk.register;
  const errorOf = (field: "reason" | "words") => {
    const fault = refused?.faults.find((each) => each.startsWith(`${field}-`));
    return fault === undefined ? undefined : refusals[fault];
  };
  return (
    <details className="no-print" open={refused !== undefined}>
      <summary>{words.summary}</summary>
      <form method="post" className="flow">
        <p>{words.warning(holder)}</p>
        <SelectField
          name={REVOCATION_FIELDS.reason}
          label={words.reason}
          placeholder
          options={reasons.map(({ code, sentence }) => ({ value: code, label: sentence }))}
          defaultValue={refused?.reason}
          error={errorOf("reason")}
          required
        />
        <TextArea
          name={REVOCATION_FIELDS.words}
          label={words.words}
          hint={words.wordsHint}
          defaultValue={refused?.words}
          error={errorOf("words")}
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
