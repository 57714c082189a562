import type { AssessmentState, QueueRow } from "#app/domain/evaluation/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import type { IconName } from "#app/kit/icon.tsx";
import { Badge, type BadgeTone } from "#app/kit/progress.tsx";

const looks: Readonly<Record<AssessmentState, { tone: BadgeTone; icon: IconName }>> = {
  draft: { tone: "plain", icon: "edit" },
  submitted: { tone: "info", icon: "village" },
  endorsed: { tone: "warning", icon: "assess" },
  returned: { tone: "plain", icon: "back" },
  verified: { tone: "info", icon: "seal" },
  refused: { tone: "error", icon: "cross" },
  recognised: { tone: "success", icon: "check" },
};

/** Where a case stands, in the words of the desk; a recognition that was revoked is none. */
export function StateBadge({
  state,
  revoked,
}: Pick<QueueRow, "revoked"> & {
  readonly state: AssessmentState;
}) {
  const words = useWords().desk;
  if (revoked) {
    return (
      <Badge tone="error" icon="cross">
        {words.recognitionRevoked}
      </Badge>
    );
  }
  return <Badge {...looks[state]}>{words.states[state]}</Badge>;
}

interface StateCountersProps {
  readonly counts: Readonly<Record<AssessmentState, number>>;
  readonly current: AssessmentState | null;
  /** Null where nothing can be opened: drafts are their owners' alone. */
  readonly hrefOf: (state: AssessmentState) => string | null;
}

/** In the order of the procedure. */
export const orderedStates = [
  "draft",
  "submitted",
  "endorsed",
  "verified",
  "recognised",
  "returned",
  "refused",
] as const satisfies readonly AssessmentState[];

/** How many cases stand where, each a way to its list. */
export function StateCounters({ counts, current, hrefOf }: StateCountersProps) {
  const words = useWords().desk;
  return (
    <nav className="no-print" aria-label={words.queue.counters}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-7">
        {orderedStates.map((state) => {
          const href = hrefOf(state);
          const inside = (
            <>
              <strong className="block text-2xl">{formatNumber(counts[state])}</strong>
              {words.states[state]}
            </>
          );
          const look = "edge block h-full rounded-xl bg-cloth p-3 leading-tight";
          return (
            <li key={state}>
              {href === null ? (
                <div className={`${look} border-sand text-ash`}>{inside}</div>
              ) : (
                <a
                  className={`${look} ${state === current ? "border-indigo bg-mist" : "border-sand"}`}
                  href={href}
                  aria-current={state === current ? "true" : undefined}
                >
                  {inside}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
