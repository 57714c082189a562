import type { ForwardState, ForwardView } from "#app/domain/exchange/index.ts";
import { formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { LagBar } from "#app/pages/office/frame/lag-bar.tsx";
import { Badge, type BadgeTone } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

const tones = { running: "success", failing: "error", paused: "warning" } as const satisfies Record<
  ForwardState["state"],
  BadgeTone
>;

/** How a forward is doing; of failures what went wrong, and when it is tried again. */
export function ForwardStateText({ state }: { readonly state: ForwardState }) {
  const words = useWords().exchange.forwards;
  return (
    <>
      <Badge tone={tones[state.state]}>{words.states[state.state]}</Badge>
      {state.state === "failing" ? (
        <>
          <p>{words.fault(state.fault.code)}</p>
          <p className="hint">{words.failure(state.failures, state.tryAt)}</p>
          <p className="hint">{words.said(state.fault.status, state.fault.said)}</p>
        </>
      ) : null}
    </>
  );
}

export function ForwardTable({ forwards }: { readonly forwards: readonly ForwardView[] }) {
  const words = useWords().exchange.forwards;
  const { table } = words;
  return (
    <DataTable
      caption={table.caption}
      columns={[
        { key: "name", label: table.name },
        { key: "state", label: table.state },
        { key: "lag", label: table.lag },
        { key: "sent", label: table.sent, align: "right" },
        { key: "last", label: table.lastSent },
        { key: "letters", label: table.letters, align: "right" },
      ]}
      rows={forwards.map(({ id, name, state, lagSeconds, sent, lastSentAt, deadLetters }) => ({
        id,
        cells: {
          name: <a href={href("office/forward", { forward: id })}>{name}</a>,
          state: <ForwardStateText state={state} />,
          lag: <LagBar seconds={lagSeconds} />,
          sent: formatNumber(sent),
          last: lastSentAt === null ? words.never : formatInstant(lastSentAt),
          letters:
            deadLetters === 0 ? (
              formatNumber(0)
            ) : (
              <a href={`${href("office/forward", { forward: id })}#tu-choi`}>
                {formatNumber(deadLetters)}
              </a>
            ),
        },
      }))}
    />
  );
}
