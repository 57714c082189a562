import type { ProvinceOverview } from "#app/domain/evaluation/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { orderedStates } from "#app/pages/office/case/assessment-state.tsx";
import { Facts } from "#app/kit/card.tsx";
import { DataTable } from "#app/kit/data-table.tsx";

type Total = ProvinceOverview["total"];

/** How many there are, and how many of them hold the title; the base is said. */
export function ProvinceHead({ total }: { readonly total: Total }) {
  const words = useWords().desk.province;
  return (
    <>
      <Facts
        rows={[
          { label: words.people, value: formatNumber(total.people) },
          {
            label: words.standing,
            value: `${formatNumber(total.standing)} (${percentText(total)})`,
          },
        ]}
      />
      <p className="hint">{words.base}</p>
    </>
  );
}

/** Counts of each commune, and of all; no names. */
export function ProvinceCommunes({ overview }: { readonly overview: ProvinceOverview }) {
  const { province: words, states } = useWords().desk;
  const { table } = words;
  return (
    <DataTable
      caption={table.caption}
      captionHidden
      columns={[
        { key: "commune", label: table.commune },
        { key: "people", label: table.people, align: "right" },
        ...orderedStates.map((state) => ({
          key: state,
          label: states[state],
          align: "right" as const,
        })),
        { key: "standing", label: table.standing, align: "right" },
        { key: "share", label: table.share, align: "right" },
      ]}
      rows={[
        ...overview.communes.map((commune) => ({
          id: commune.communeId,
          cells: cellsOf(commune.communeName, commune),
        })),
        { id: "all", cells: cellsOf(table.all, overview.total) },
      ]}
    />
  );
}

function cellsOf(commune: string, counted: Total) {
  return {
    commune,
    people: formatNumber(counted.people),
    ...Object.fromEntries(
      orderedStates.map((state) => [state, formatNumber(counted.counts[state])]),
    ),
    standing: formatNumber(counted.standing),
    share: percentText(counted),
  };
}

/** "16,2 %" of the registered; a dash where nobody is. */
function percentText({ standing, people }: Pick<Total, "standing" | "people">): string {
  return people === 0 ? "–" : `${formatNumber(Math.round((1000 * standing) / people) / 10)}\u00A0%`;
}
