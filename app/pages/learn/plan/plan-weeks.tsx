import type { PlanWeek } from "#app/domain/guidance/index.ts";
import { sundayOf } from "#app/domain/guidance/index.ts";
import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Chart } from "#app/kit/chart.tsx";
import { DataTable } from "#app/kit/data-table.tsx";

type ChartWords = Words["finding"]["plan"]["chart"];

const WEEKS_SHOWN = 8;

/** The last weeks as bars, the newest first; the same figures as a table for every reader. */
export function PlanWeeksChart({ weeks }: { readonly weeks: readonly PlanWeek[] }) {
  const words = useWords().finding.plan.chart;
  const shown = weeks.slice(-WEEKS_SHOWN).toReversed();
  return (
    <Chart caption={words.caption}>
      <div aria-hidden="true">
        {shown.map((week) => (
          <WeekBar key={week.monday} week={week} words={words} />
        ))}
      </div>
      <details>
        <summary>{words.showTable}</summary>
        <DataTable
          caption={words.caption}
          captionHidden
          columns={[
            { key: "week", label: words.week },
            { key: "done", label: words.done, align: "right" },
            { key: "goal", label: words.goal, align: "right" },
            { key: "state", label: words.state },
          ]}
          rows={weeks.toReversed().map((week) => ({
            id: week.monday,
            cells: {
              week: rangeOf(week, words),
              done: formatNumber(week.done),
              goal: formatNumber(week.goal),
              state: words.states[week.state],
            },
          }))}
        />
      </details>
    </Chart>
  );
}

function WeekBar({ week, words }: { readonly week: PlanWeek; readonly words: ChartWords }) {
  const width = `${(100 * Math.min(week.done, week.goal)) / week.goal}%`;
  return (
    <div className="bars">
      <p>
        {rangeOf(week, words)}: {words.states[week.state].toLowerCase()}
      </p>
      <svg width="100%" height="16">
        <rect className="ground" width="100%" height="16" />
        <rect className="suggested" width={width} y="3" height="10" />
      </svg>
      <span>
        <strong>
          {week.done}/{week.goal}
        </strong>
      </span>
    </div>
  );
}

/** "16/11 – 22/11/2026" */
function rangeOf({ monday }: PlanWeek, words: ChartWords): string {
  return words.range(formatDay(monday).slice(0, 5), formatDay(sundayOf(monday)));
}
