import type { BroughtFault, EnvelopeReceipt } from "#app/domain/phones/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { FileField, TextArea } from "#app/kit/field.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";

import { takeForm } from "./form.ts";

/** Why nothing was taken. */
export interface NotTaken {
  readonly code: BroughtFault;
  /** Numbers of the codes that are missing. */
  readonly missing?: readonly number[];
}

interface TakeFormProps {
  /** What arrived just now, in numbers. */
  readonly taken: Taken | undefined;
  readonly refused: NotTaken | undefined;
  /** What was pasted before. */
  readonly codes: string;
}

export type Taken =
  | {
      readonly kind: "arrived";
      readonly counts: Readonly<Record<EnvelopeReceipt["outcome"], number>>;
    }
  /** Kept for now by a phone that has no signal itself. */
  | { readonly kind: "carried"; readonly count: number };

/** What another phone did without signal, brought as a file or as the texts of QR codes. */
export function TakeForm({ taken, refused, codes }: TakeFormProps) {
  const words = useWords().phone.take;
  const { fields, errors } = takeForm.view(
    { typed: { file: "", codes }, faults: refused === undefined ? [] : [refused.code] },
    { ...words.faults, missing: words.missing((refused?.missing ?? []).join(", ")) },
  );
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {taken === undefined ? null : <TakenNotice taken={taken} />}
      <p>{words.intro}</p>
      <Card>
        <form method="post" encType="multipart/form-data" className="flow">
          <FileField
            {...fields.file}
            label={words.fileLabel}
            hint={words.fileHint}
            accept=".nephoc,text/plain,application/octet-stream"
          />
          <Button icon="next">{words.fileButton}</Button>
        </form>
      </Card>
      <Card>
        <form
          method="post"
          className="flow"
          data-scan={words.scan}
          data-scanned={words.scanned("{count}", "{of}")}
        >
          <TextArea {...fields.codes} label={words.codesLabel} hint={words.codesHint} rows={6} />
          <Button icon="qr" tone="plain">
            {words.codesButton}
          </Button>
        </form>
      </Card>
    </>
  );
}

function TakenNotice({ taken }: { readonly taken: Taken }) {
  const words = useWords().phone.take;
  if (taken.kind === "carried") {
    return <Notice tone="info">{words.carried(taken.count)}</Notice>;
  }
  const { recorded, same, closed, unreadable, later } = taken.counts;
  const lines = [
    words.recorded(recorded),
    ...some(same + taken.counts["already-judged"], words.same),
    ...some(taken.counts["set-aside"], words.aside),
    ...some(closed, words.closed),
    ...some(unreadable, words.unreadable),
    ...some(later, words.later),
  ];
  const total = recorded + same + taken.counts["already-judged"] + taken.counts["set-aside"];
  return (
    <Notice tone={total > 0 ? "success" : "info"} title={words.received(total)}>
      <ul className="bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

function some(count: number, words: (count: number) => string): readonly string[] {
  return count === 0 ? [] : [words(count)];
}
