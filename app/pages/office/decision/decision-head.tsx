import type { DecisionView } from "#app/domain/evaluation/index.ts";
import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Facts } from "#app/kit/card.tsx";
import { DecisionBadge } from "#app/pages/office/decisions/decision-table.tsx";

/** Which decision it is and who signs it. */
export function DecisionHead({ decision }: { readonly decision: DecisionView }) {
  const words = useWords().desk.decisions;
  const { decidedOn } = decision;
  return (
    <Facts
      rows={[
        { label: words.list.state, value: <DecisionBadge state={decision.state} /> },
        { label: words.one.commune, value: `${decision.communeName}, ${decision.provinceName}` },
        { label: words.one.year, value: decision.year },
        { label: words.one.names, value: formatNumber(decision.names) },
        {
          label: words.one.signer,
          value: (
            <span className="whitespace-pre-line">
              {decision.signerTitle}
              {"\n"}
              {decision.signerName}
            </span>
          ),
        },
        {
          label: words.one.day,
          value: decidedOn === null ? words.list.none : formatDay(decidedOn),
        },
      ]}
    />
  );
}
