import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { DateField, TextField } from "./field.tsx";
import { Notice } from "./notice.tsx";

interface IssueDecisionFormProps {
  readonly pdfHref: string;
  readonly names: number;
  readonly number: string;
  readonly decidedOn: string;
  readonly errors: Readonly<Partial<Record<"number" | "decidedOn" | "confirmed", string>>>;
}

/** The two steps of a draft: have it signed on paper, then say which number and day it bears. */
export function IssueDecisionForm(props: IssueDecisionFormProps) {
  const { pdfHref, names, number, decidedOn, errors } = props;
  const words = useWords().desk.decisions.one;
  return (
    <>
      <Card heading={words.stepPrint} icon="print">
        <p>{words.stepPrintHint}</p>
        <Actions>
          <ButtonLink href={pdfHref} icon="pdf">
            {words.download}
          </ButtonLink>
        </Actions>
      </Card>
      <Card heading={words.stepIssue} icon="seal">
        <form method="post" className="flow">
          <Notice tone="warning">{words.issueWarning(formatNumber(names))}</Notice>
          <TextField
            name="so"
            label={words.number}
            hint={words.numberHint}
            autoComplete="off"
            maxLength={60}
            defaultValue={number}
            error={errors.number}
            required
          />
          <DateField
            name="ngay"
            label={words.decidedOn}
            defaultValue={decidedOn}
            error={errors.decidedOn}
            required
          />
          <div className="field">
            <label className="choice">
              <input
                id="doi-chieu"
                type="checkbox"
                name="doi-chieu"
                value="1"
                required
                aria-invalid={errors.confirmed === undefined ? undefined : true}
              />
              <span>{words.confirm}</span>
            </label>
          </div>
          <Button icon="seal" name="viec" value="ban-hanh">
            {words.issue}
          </Button>
        </form>
      </Card>
      <details className="no-print">
        <summary>{words.discard}</summary>
        <form method="post" className="flow">
          <p>{words.discardHint}</p>
          <Button tone="danger" icon="cross" name="viec" value="bo">
            {words.discard}
          </Button>
        </form>
      </details>
    </>
  );
}
