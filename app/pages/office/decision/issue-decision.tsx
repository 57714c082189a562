import type { DecisionSummary } from "#app/domain/evaluation/index.ts";
import { type Day, formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { describedBy, DateField, HintAndError, TextField } from "#app/kit/field.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

/** Why a decision was not issued or not thrown away. */
export type IssueFault =
  | {
      readonly code:
        | "number-missing"
        | "number-long"
        | "day-wrong"
        | "confirm-missing"
        | "number-used"
        | "in-future"
        | "list-changed"
        | "discard-issued";
    }
  | { readonly code: "day-outside"; readonly decideUntil: Day }
  | { readonly code: "already-issued"; readonly number: string; readonly decidedOn: Day };

interface IssueDecisionProps {
  readonly id: string;
  readonly state: DecisionSummary["state"];
  readonly names: number;
  readonly typed: {
    readonly number: string;
    readonly decidedOn: string;
    readonly confirmed: boolean;
    readonly faults: readonly IssueFault[];
  };
}

const PLACES = {
  number: { id: "so", codes: ["number-missing", "number-long", "number-used"] },
  decidedOn: { id: "ngay", codes: ["day-wrong", "in-future", "day-outside"] },
  confirmed: { id: "doi-chieu", codes: ["confirm-missing"] },
} as const;

/** Everything to mend, above the page. */
export function IssueErrors({ faults }: { readonly faults: readonly IssueFault[] }) {
  const words = useWords().desk.decisions;
  return (
    <ErrorSummary
      title={words.errorTitle}
      errors={faults.map((fault) => ({
        name: Object.values(PLACES).find(({ codes }) => codes.some((code) => code === fault.code))
          ?.id,
        message: sentenceOf(fault, words),
      }))}
    />
  );
}

/** A draft's two steps, sign on paper and enter what was signed; of an issued one its paper. */
export function IssueDecision({ id, state, names, typed }: IssueDecisionProps) {
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
      <SignedForm names={names} typed={typed} />
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

function SignedForm({ names, typed }: Pick<IssueDecisionProps, "names" | "typed">) {
  const words = useWords().desk.decisions;
  const { one } = words;
  const errorOf = (field: keyof typeof PLACES) => {
    const fault = typed.faults.find(({ code }) =>
      PLACES[field].codes.some((known) => known === code),
    );
    return fault === undefined ? undefined : sentenceOf(fault, words);
  };
  const confirmError = errorOf("confirmed");
  return (
    <Card heading={one.stepIssue} icon="seal">
      <form method="post" className="flow">
        <TextField
          name={PLACES.number.id}
          label={one.number}
          hint={one.numberHint}
          autoComplete="off"
          maxLength={60}
          defaultValue={typed.number}
          error={errorOf("number")}
          required
        />
        <DateField
          name={PLACES.decidedOn.id}
          label={one.decidedOn}
          hint={one.decidedOnHint}
          defaultValue={typed.decidedOn}
          error={errorOf("decidedOn")}
          required
        />
        <Notice tone="warning">{one.issueWarning(formatNumber(names))}</Notice>
        <div className="field">
          <HintAndError id="doi-chieu" hint={undefined} error={confirmError} />
          <label className="choice">
            <input
              id="doi-chieu"
              type="checkbox"
              name="doi-chieu"
              value="1"
              defaultChecked={typed.confirmed}
              required
              aria-describedby={describedBy("doi-chieu", undefined, confirmError)}
              aria-invalid={confirmError === undefined ? undefined : true}
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

function sentenceOf(fault: IssueFault, words: Words["desk"]["decisions"]): string {
  switch (fault.code) {
    case "day-outside":
      return words.dayOutside(formatDay(fault.decideUntil));
    case "already-issued":
      return words.issuedOtherwise(fault.number, formatDay(fault.decidedOn));
    case "number-missing":
    case "number-long":
    case "day-wrong":
    case "confirm-missing":
    case "number-used":
    case "in-future":
    case "list-changed":
    case "discard-issued":
      return words.refusals[fault.code];
  }
}
