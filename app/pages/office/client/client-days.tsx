import type { DayCount } from "#app/domain/record-office/index.ts";
import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";

const WIDTH = 300;
const HEIGHT = 90;

/** What a client sent day by day: bars for the eye, the same figures as a table for every reader. */
export function ClientDays({ days }: { readonly days: readonly DayCount[] }) {
  const { days: words } = useWords().recordClients.file;
  const total = days.reduce((sum, { statements }) => sum + statements, 0);
  const most = Math.max(0, ...days.map(({ statements }) => statements));
  const step = WIDTH / Math.max(1, days.length);
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure className="flow">
      <p>
        {words.total(formatNumber(total))} {words.most(formatNumber(most))}.
      </p>
      <svg
        className="block w-full max-w-xl"
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`}
        aria-hidden="true"
      >
        <line className="stroke-hemp" x1="0" x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
        {days.map(({ day, statements }, index) => {
          const height = most === 0 ? 0 : tenths((HEIGHT * statements) / most);
          return (
            <rect
              key={day}
              className="fill-dye"
              x={tenths(index * step + step * 0.1)}
              width={tenths(step * 0.8)}
              y={tenths(HEIGHT - height)}
              height={height}
            />
          );
        })}
        {first === undefined || last === undefined ? null : (
          <g className="fill-ash" fontSize="10">
            <text x="0" y={HEIGHT + 13}>
              {formatDay(first.day)}
            </text>
            <text x={WIDTH} y={HEIGHT + 13} textAnchor="end">
              {formatDay(last.day)}
            </text>
          </g>
        )}
      </svg>
      <details>
        <summary>{words.show}</summary>
        <DataTable
          caption={words.heading}
          captionHidden
          columns={[
            { key: "day", label: words.day },
            { key: "statements", label: words.statements, align: "right" },
          ]}
          rows={days.toReversed().map(({ day, statements }) => ({
            id: day,
            cells: { day: formatDay(day), statements: formatNumber(statements) },
          }))}
        />
      </details>
    </figure>
  );
}

function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
