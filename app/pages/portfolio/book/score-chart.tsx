import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { Chart } from "#app/kit/chart.tsx";
import { Icon } from "#app/kit/icon.tsx";

export interface ScoreRow {
  readonly code: string;
  readonly label: string;
  /** Points, or null where nothing is known yet. */
  readonly suggested: number | null;
  readonly self: number | null;
  /** Below this one indicator fails the whole. */
  readonly floor: number;
  readonly max: number;
}

interface ScoreChartProps {
  readonly rows: readonly ScoreRow[];
  readonly caption: string;
  /** Shows the table at once, as a desk wants it. */
  readonly tableOpen?: boolean | undefined;
}

/** Two bars for each indicator and the line of the floor; the same figures as a table for every reader. */
export function ScoreChart({ rows, caption, tableOpen = false }: ScoreChartProps) {
  const words = useWords().common.score;
  const floors = [...new Set(rows.map(({ floor }) => floor))];
  return (
    <Chart caption={caption}>
      <div aria-hidden="true">
        <p className="legend">
          <span className="key-suggested">{words.suggested}</span>
          <span className="key-self">{words.self}</span>
          {floors.map((floor) => (
            <span key={floor} className="key-floor">
              {words.floor(floor)}
            </span>
          ))}
        </p>
        {rows.map((row) => (
          <Bars key={row.code} row={row} />
        ))}
      </div>
      <details open={tableOpen}>
        <summary>{words.showTable}</summary>
        <DataTable
          caption={caption}
          captionHidden
          columns={[
            { key: "label", label: words.indicator },
            { key: "suggested", label: words.suggested, align: "right" },
            { key: "self", label: words.self, align: "right" },
          ]}
          rows={rows.map((row) => ({
            id: row.code,
            cells: {
              label: `${row.code}. ${row.label}`,
              suggested: pointsText(row.suggested, row.max, words.none),
              self: (
                <>
                  {pointsText(row.self, row.max, words.none)}
                  {isBelowFloor(row) ? <BelowFloor /> : null}
                </>
              ),
            },
          }))}
        />
      </details>
    </Chart>
  );
}

function Bars({ row }: { readonly row: ScoreRow }) {
  const floor = `${(100 * row.floor) / row.max}%`;
  return (
    <div className="bars">
      <p>
        <b>{row.code}</b> {row.label} {isBelowFloor(row) ? <BelowFloor /> : null}
      </p>
      <svg width="100%" height="30">
        <rect className="ground" width="100%" height="30" />
        <rect className="suggested" width={widthOf(row.suggested, row.max)} y="3" height="10" />
        <rect className="self" width={widthOf(row.self, row.max)} y="16" height="11" />
        <line className="halo" x1={floor} x2={floor} y2="30" />
        <line className="floor" x1={floor} x2={floor} y2="30" />
      </svg>
      <span>
        <span>{row.suggested === null ? "–" : formatNumber(row.suggested)}</span>
        <strong>{row.self === null ? "–" : formatNumber(row.self)}</strong>
      </span>
    </div>
  );
}

function BelowFloor() {
  const { belowFloor } = useWords().common.score;
  return (
    <span className="error">
      <Icon name="warning" size={20} />
      {belowFloor}
    </span>
  );
}

function isBelowFloor({ self, floor }: ScoreRow): boolean {
  return self !== null && self < floor;
}

function widthOf(points: number | null, max: number): string {
  return `${(100 * (points ?? 0)) / max}%`;
}

function pointsText(points: number | null, max: number, none: string): string {
  return points === null ? none : `${formatNumber(points)}/${formatNumber(max)}`;
}
