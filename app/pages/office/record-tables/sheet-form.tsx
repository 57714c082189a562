import { SHEET_KINDS, SHEET_ROWS } from "#app/domain/exchange/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { DateField, HintAndError, SelectField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import type { sheetForm } from "./form.ts";

type Option = { readonly value: string; readonly label: string };

interface TakeSheetProps {
  readonly view: ReturnType<typeof sheetForm.view>;
  /** Rows that one file may have, when there are more; else null. */
  readonly tooMany: number | null;
  readonly courses: readonly Option[];
  readonly verbs: readonly Option[];
  readonly intro: string;
}

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
export function TakeSheet({ view, tooMany, courses, verbs, intro }: TakeSheetProps) {
  const words = useWords().exchange.sheet;
  const { fields, errors } = view;
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {tooMany === null ? null : <Notice tone="warning">{words.tooMany(tooMany)}</Notice>}
      <Card>
        <p>{intro}</p>
        <form method="post" className="flow">
          <DateField {...fields.from} label={words.from} hint={words.daysHint} />
          <DateField {...fields.to} label={words.to} />
          <SelectField
            {...fields.activity}
            label={words.course}
            options={courses}
            placeholder={words.everyCourse}
          />
          <SelectField
            {...fields.verb}
            label={words.verb}
            options={verbs}
            placeholder={words.everyVerb}
          />
          <Kinds field={fields.kind} />
        </form>
      </Card>
    </>
  );
}

/** A button for each kind of file. */
function Kinds({
  field: { id, name, error },
}: {
  readonly field: FieldsOf<typeof sheetForm>["kind"];
}) {
  const words = useWords().exchange.sheet;
  return (
    <div className="field" id={id}>
      <HintAndError id={id} hint={words.kindsHint(SHEET_ROWS.xlsx, SHEET_ROWS.csv)} error={error} />
      <Actions>
        {SHEET_KINDS.map((kind) => (
          <Button
            key={kind}
            name={name}
            value={kind}
            icon="download"
            tone={kind === "xlsx" ? "primary" : "plain"}
          >
            {words.kinds[kind]}
          </Button>
        ))}
      </Actions>
    </div>
  );
}
