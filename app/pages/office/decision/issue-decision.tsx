import type { DecisionSummary } from "#app/domain/evaluation/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { describedBy, DateField, HintAndError, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

import type { issueForm } from "./form.ts";

interface IssueDecisionProps {
  readonly id: string;
  readonly state: DecisionSummary["state"];
  readonly names: number;
  readonly fields: FieldsOf<typeof issueForm>;
}

/** A draft's two steps, sign on paper and enter what was signed; of an issued one its paper. */
export function IssueDecision({ id, state, names, fields }: IssueDecisionProps) {
  const { one } = useWords().desk.decisions;
  const toDesk = useDeskHref();
  const pdf = toDesk(href("files/decision-pdf", { decision: id }));
  if (state === "issued") {
    return (
      <Actions>
        <ButtonLink href={pdf} icon="pdf">
          {one.downloadIssued}
        </ButtonLink>
      </Actions>
    );
  }
  return (
    <>
      <Card heading={one.stepPrint} icon="print">
        <p>{one.stepPrintHint}</p>
        <Actions>
          <ButtonLink href={pdf} icon="pdf">
            {one.download}
          </ButtonLink>
        </Actions>
      </Card>
      <SignedForm names={names} fields={fields} />
      <details className="no-print">
        <summary>{one.discard}</summary>
        <form method="post" className="flow">
          <p>{one.discardHint}</p>
          <Button tone="danger" icon="cross" name="viec" value="bo">
            {one.discard}
          </Button>
        </form>
      </details>
    </>
  );
}

function SignedForm({ names, fields }: Pick<IssueDecisionProps, "names" | "fields">) {
  const { one } = useWords().desk.decisions;
  const { id, name, defaultValue, required, error } = fields.confirmed;
  return (
    <Card heading={one.stepIssue} icon="seal">
      <form method="post" className="flow">
        <TextField {...fields.number} label={one.number} hint={one.numberHint} autoComplete="off" />
        <DateField {...fields.decidedOn} label={one.decidedOn} hint={one.decidedOnHint} />
        <Notice tone="warning">{one.issueWarning(formatNumber(names))}</Notice>
        <div className="field">
          <HintAndError id={id} hint={undefined} error={error} />
          <label className="choice">
            <input
              {...{ id, name, required }}
              type="checkbox"
              value="1"
              defaultChecked={defaultValue === "1"}
              aria-describedby={describedBy(id, undefined, error)}
              aria-invalid={error === undefined ? undefined : true}
            />
            <span>{one.confirm}</span>
          </label>
        </div>
        <Button icon="seal" name="viec" value="ban-hanh">
          {one.issue}
        </Button>
      </form>
    </Card>
  );
}
