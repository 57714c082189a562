import { type Queue, type QueueRow, seenCaseText } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { HintAndError } from "#app/kit/field.tsx";
import { Notice } from "#app/kit/notice.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import type { verifyForm } from "./form.ts";
import { type QueueAddress, queueHref } from "./queue-address.ts";
import { QueueTable } from "./queue-table.tsx";

interface QueueCasesProps {
  readonly address: QueueAddress;
  readonly queue: Queue;
  readonly field: FieldsOf<typeof verifyForm>["items"];
  /** Whether the cases with nothing to look at are ticked beforehand. */
  readonly tickClear: boolean;
}

const ROWS_A_PAGE = 50;

/**
 * A page of cases to tick and one button, which counts the ticks by a CSS counter: no script is
 * needed.
 */
export function QueueCases({ address, queue, field, tickClear }: QueueCasesProps) {
  const { queue: words, states } = useWords().desk;
  const { cycle, rows, page } = queue;
  const verifiable = rows.some(mayBeVerified);
  const here = useDeskHref()(queueHref({ ...address, tickClear: false }));
  const isTicked = (row: QueueRow) =>
    field.defaultValues.includes(seenCaseText(row)) || (tickClear && isClear(row));
  return (
    <>
      {verifiable ? <ClearCases address={address} rows={rows} /> : null}
      <form
        id={field.id}
        method="post"
        // The layout of the desk has this address as well and takes no form; `index` names the page.
        action={`${here}${here.includes("?") ? "&" : "?"}index`}
        className="flow [counter-reset:ticks] [&_input:checked]:[counter-increment:ticks]"
      >
        <HintAndError id={field.id} hint={undefined} error={field.error} />
        <QueueTable
          caption={words.table.caption(
            address.state === null ? words.filter.everyState : states[address.state],
          )}
          rows={rows}
          before={(page - 1) * ROWS_A_PAGE}
          withState={address.state === null}
          passTotal={cycle.criteria.pass.total}
          check={verifiable ? { name: field.name, mayTick: mayBeVerified, isTicked } : null}
        />
        {verifiable ? (
          <div className="flow no-print">
            <p className="hint">{words.verifyHint}</p>
            <Button icon="check">
              <span>
                {words.verify.before} <span className="[&::before]:[content:counter(ticks)]" />{" "}
                {words.verify.after}
              </span>
            </Button>
          </div>
        ) : null}
      </form>
      <p className="hint no-print">{words.print}</p>
    </>
  );
}

function ClearCases({ address, rows }: Pick<QueueCasesProps, "address"> & Pick<Queue, "rows">) {
  const words = useWords().desk.queue;
  const toDesk = useDeskHref();
  const clear = rows.filter(isClear).length;
  if (!address.tickClear) {
    return (
      <Actions>
        <ButtonLink
          href={toDesk(queueHref({ ...address, tickClear: true }))}
          icon="check"
          tone="plain"
        >
          {words.choose}
        </ButtonLink>
      </Actions>
    );
  }
  return (
    <div className="no-print">
      <Notice tone="info">
        <p>{clear === 0 ? words.noneClear : words.chosen(clear)}</p>
        <a className="inline-block py-3" href={toDesk(queueHref({ ...address, tickClear: false }))}>
          {words.unchoose}
        </a>
      </Notice>
    </div>
  );
}

function mayBeVerified({ state, own }: QueueRow): boolean {
  return state === "endorsed" && !own;
}

function isClear(row: QueueRow): boolean {
  return mayBeVerified(row) && row.flags.some(({ code }) => code === "clear");
}
