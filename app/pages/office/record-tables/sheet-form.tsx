import { SHEET_KINDS, SHEET_ROWS } from "#app/domain/exchange/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { DateField, SelectField } from "#app/kit/field.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";

/** Names of the fields, in the form and in the address of the file. */
export const SHEET_FIELDS = {
  from: "tu",
  to: "den",
  activity: "khoa",
  verb: "dong-tu",
  kind: "dang",
} as const;

export type SheetFault = keyof Words["exchange"]["sheet"]["faults"];

export interface TypedSheet {
  readonly from: string;
  readonly to: string;
  readonly activity: string;
  readonly verb: string;
}

type Option = { readonly value: string; readonly label: string };

interface TakeSheetProps {
  readonly typed: TypedSheet;
  readonly faults: readonly SheetFault[];
  /** Rows that one file may have, when there are more; else null. */
  readonly tooMany: number | null;
  readonly courses: readonly Option[];
  readonly verbs: readonly Option[];
  readonly intro: string;
}

const fieldOf = (fault: SheetFault) => SHEET_FIELDS[fault === "order" ? "to" : fault];

/** From the records on a screen to the same as a file. */
export function SheetLink({ href }: { readonly href: string }) {
  const words = useWords().exchange.sheet;
  const toDesk = useDeskHref();
  return (
    <Actions>
      <ButtonLink href={toDesk(href)} icon="download" tone="plain">
        {words.matter}
      </ButtonLink>
    </Actions>
  );
}

/** A table of statements to be downloaded. */
export function TakeSheet({ typed, faults, tooMany, courses, verbs, intro }: TakeSheetProps) {
  const words = useWords().exchange.sheet;
  const errorOf = (...known: readonly SheetFault[]) => {
    const fault = faults.find((each) => known.includes(each));
    return fault === undefined ? undefined : words.faults[fault];
  };
  return (
    <>
      {faults.length === 0 ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={faults.map((fault) => ({ name: fieldOf(fault), message: words.faults[fault] }))}
        />
      )}
      {tooMany === null ? null : <Notice tone="warning">{words.tooMany(tooMany)}</Notice>}
      <Card>
        <p>{intro}</p>
        <form method="post" className="flow">
          <DateField
            name={SHEET_FIELDS.from}
            label={words.from}
            hint={words.daysHint}
            defaultValue={typed.from}
            error={errorOf("from")}
            required
          />
          <DateField
            name={SHEET_FIELDS.to}
            label={words.to}
            defaultValue={typed.to}
            error={errorOf("to", "order")}
            required
          />
          <SelectField
            name={SHEET_FIELDS.activity}
            label={words.course}
            options={courses}
            placeholder={words.everyCourse}
            defaultValue={typed.activity}
            error={errorOf("activity")}
          />
          <SelectField
            name={SHEET_FIELDS.verb}
            label={words.verb}
            options={verbs}
            placeholder={words.everyVerb}
            defaultValue={typed.verb}
            error={errorOf("verb")}
          />
          <p className="hint">{words.kindsHint(SHEET_ROWS.xlsx, SHEET_ROWS.csv)}</p>
          <Actions>
            {SHEET_KINDS.map((kind) => (
              <Button
                key={kind}
                name={SHEET_FIELDS.kind}
                value={kind}
                icon="download"
                tone={kind === "xlsx" ? "primary" : "plain"}
              >
                {words.kinds[kind]}
              </Button>
            ))}
          </Actions>
        </form>
      </Card>
    </>
  );
}
