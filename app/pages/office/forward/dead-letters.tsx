import type { DeadLetter } from "#app/domain/exchange/index.ts";
import { formatInstant } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { DataTable, RowCheck } from "#app/kit/data-table.tsx";
import { HintAndError } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import type { lettersForm } from "./form.ts";
import { FORWARD_TASKS } from "./forward-file.tsx";
import { Pager } from "#app/kit/pager.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { useOffice } from "#app/pages/office/frame/office-frame.ts";
import { href } from "#app/routes.ts";

interface DeadLettersProps {
  readonly forwardId: string;
  readonly letters: readonly DeadLetter[];
  readonly field: FieldsOf<typeof lettersForm>["letters"];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

/** What the other store refused for good, and what a person does about it. */
export function DeadLetters({ forwardId, letters, field, found, page, pages }: DeadLettersProps) {
  const words = useWords().exchange.forwards.file.letters;
  return (
    <Card heading={words.heading} icon="warning" id="tu-choi">
      {found === 0 ? (
        <p>{words.none}</p>
      ) : (
        <form id={field.id} method="post" className="flow">
          <p>{words.intro}</p>
          <HintAndError id={field.id} hint={undefined} error={field.error} />
          <LetterTable letters={letters} field={field} found={found} />
          <Actions>
            <Button name="viec" value={FORWARD_TASKS.sendAgain} icon="next">
              {words.again}
            </Button>
            <Button name="viec" value={FORWARD_TASKS.sendAllAgain} tone="plain">
              {words.allAgain}
            </Button>
            <Button name="viec" value={FORWARD_TASKS.giveUp} icon="cross" tone="danger">
              {words.giveUp}
            </Button>
          </Actions>
        </form>
      )}
      <Pager
        page={page}
        pages={pages}
        hrefOf={(at) => `${href("office/forward", { forward: forwardId })}?trang=${at}#tu-choi`}
      />
    </Card>
  );
}

function LetterTable({
  letters,
  field,
  found,
}: Pick<DeadLettersProps, "letters" | "field" | "found">) {
  const { desk } = useOffice();
  const { file, fault: faultText, said } = useWords().exchange.forwards;
  const words = file.letters;
  return (
    <DataTable
      caption={words.caption(found)}
      rowHeader="id"
      columns={[
        { key: "choose", label: words.choose, screenOnly: true },
        { key: "id", label: words.id },
        { key: "fault", label: words.fault },
        { key: "stored", label: words.stored },
        { key: "refused", label: words.refused },
      ]}
      rows={letters.map(({ statementId, stored, fault, refusedAt, resending }) => ({
        id: statementId,
        cells: {
          choose: (
            <RowCheck
              name={field.name}
              value={statementId}
              label={words.chooseOne(statementId)}
              defaultChecked={field.defaultValues.includes(statementId)}
            />
          ),
          id: (
            <a className="break-all" href={href("office/record", { desk, statement: statementId })}>
              {statementId}
            </a>
          ),
          fault: (
            <>
              {faultText(fault.code)}
              <small className="hint block break-words">{said(fault.status, fault.said)}</small>
              {resending ? <Badge tone="info">{words.resending}</Badge> : null}
            </>
          ),
          stored: formatInstant(stored),
          refused: formatInstant(refusedAt),
        },
      }))}
    />
  );
}
