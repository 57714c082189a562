import type { ForwardView } from "#app/domain/exchange/index.ts";
import { formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { ForwardStateText } from "#app/pages/office/forwards/forward-list.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { LagBar } from "#app/pages/office/frame/lag-bar.tsx";
import { href } from "#app/routes.ts";

/** What a form of a forward's page asks for. */
export const FORWARD_TASKS = {
  pause: "tam-dung",
  resume: "chay-tiep",
  remove: "bo",
  sendAgain: "gui-lai",
  sendAllAgain: "gui-lai-het",
  giveUp: "bo-qua",
} as const;

/** The way back to the list. */
export function BackToForwards() {
  const { back } = useWords().exchange.forwards.file;
  return (
    <a className="back" href={href("office/forwards")}>
      <Icon name="back" />
      {back}
    </a>
  );
}

/** Where a forward leads, what it sends, how it is doing, and what can be done with it. */
export function ForwardFacts({ forward }: { readonly forward: ForwardView }) {
  const words = useWords().exchange.forwards;
  const { file } = words;
  const { facts } = file;
  const { filters, reached } = forward;
  return (
    <Card>
      <Facts
        rows={[
          { label: facts.state, value: <ForwardStateText state={forward.state} /> },
          { label: facts.lag, value: <LagBar seconds={forward.lagSeconds} /> },
          { label: facts.sent, value: formatNumber(forward.sent) },
          {
            label: facts.lastSent,
            value: forward.lastSentAt === null ? words.never : formatInstant(forward.lastSentAt),
          },
          {
            label: facts.reached,
            value: reached.getTime() === 0 ? file.beginning : formatInstant(reached),
          },
          { label: facts.endpoint, value: <span className="break-all">{forward.endpoint}</span> },
          { label: facts.user, value: forward.user },
          { label: facts.version, value: forward.version },
          { label: facts.verbs, value: <Listed items={filters.verbs} /> },
          { label: facts.activities, value: <Listed items={filters.activities} /> },
          {
            label: facts.persons,
            value: file.personsSent[filters.persons],
          },
          { label: facts.created, value: formatInstant(forward.createdAt) },
        ]}
      />
      <ForwardActions state={forward.state.state} />
    </Card>
  );
}

function Listed({ items }: { readonly items: readonly string[] }) {
  const { all } = useWords().exchange.forwards.file;
  if (items.length === 0) return all;
  return items.map((item) => (
    <span key={item} className="block break-all">
      {item}
    </span>
  ));
}

function ForwardActions({ state }: { readonly state: ForwardView["state"]["state"] }) {
  const { file } = useWords().exchange.forwards;
  return (
    <form method="post" className="flow">
      <Actions>
        {state === "running" ? null : (
          <Button name="viec" value={FORWARD_TASKS.resume} icon="next">
            {state === "paused" ? file.resume : file.retry}
          </Button>
        )}
        {state === "paused" ? null : (
          <Button name="viec" value={FORWARD_TASKS.pause} icon="clock" tone="plain">
            {file.pause}
          </Button>
        )}
      </Actions>
      <details>
        <summary>{file.removeSummary}</summary>
        <p>{file.removeText}</p>
        <Button name="viec" value={FORWARD_TASKS.remove} icon="cross" tone="danger">
          {file.remove}
        </Button>
      </details>
    </form>
  );
}
