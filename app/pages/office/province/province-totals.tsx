import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { orderedStates } from "#app/pages/office/case/assessment-state.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import type { ProvinceOverview } from "#app/domain/evaluation/index.ts";

const BAR_HEIGHT = 22;
const ROW_HEIGHT = 50;

/** Cases of a province by state: bars, and the same figures as a table beside them. */
export function ProvinceTotals({ counts }: Pick<ProvinceOverview["total"], "counts">) {
  const { province: words, states } = useWords().desk;
  const most = Math.max(1, ...orderedStates.map((state) => counts[state]));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <svg
        className="w-full"
        height={orderedStates.length * ROW_HEIGHT}
        aria-hidden="true"
        fill="currentColor"
      >
        {orderedStates.map((state, index) => {
          const top = index * ROW_HEIGHT;
          return (
            <g key={state}>
              <text x="0" y={top + 16} fontSize="15" fontWeight="700">
                {states[state]}: {formatNumber(counts[state])}
              </text>
              <rect className="ground" y={top + 22} width="100%" height={BAR_HEIGHT} rx="3" />
              <rect
                className="self"
                y={top + 22}
                width={`${(100 * counts[state]) / most}%`}
                height={BAR_HEIGHT}
                rx="3"
              />
            </g>
          );
        })}
      </svg>
      <DataTable
        caption={words.totals}
        columns={[
          { key: "state", label: words.chart.state },
          { key: "cases", label: words.chart.cases, align: "right" },
        ]}
        rows={orderedStates.map((state) => ({
          id: state,
          cells: { state: states[state], cases: formatNumber(counts[state]) },
        }))}
      />
    </div>
  );
}
