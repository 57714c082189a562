import type { QueueRow } from "#app/domain/evaluation/index.ts";
import { dayOf, formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { CaseFlags } from "#app/pages/office/case/case-flags.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { href } from "#app/routes.ts";

interface VillageCasesProps {
  readonly caption: string;
  readonly rows: readonly QueueRow[];
  /** Points in total that the criteria ask for. */
  readonly passTotal: number;
}

/** Files that were handed in, each a way to its person. */
export function VillageCases({ caption, rows, passTotal }: VillageCasesProps) {
  const { cases: words, people, unknown, none } = useWords().village;
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "name", label: words.name },
        { key: "birthYear", label: words.birthYear, align: "right" },
        { key: "handedIn", label: words.handedIn, align: "right" },
        { key: "self", label: words.self, align: "right" },
        { key: "suggested", label: words.suggested, align: "right" },
        { key: "look", label: words.look },
      ]}
      rows={rows.map((row) => ({
        id: row.assessmentId,
        cells: {
          name: (
            <>
              <a href={href("office/village-person", { person: row.personId })}>{row.fullName}</a>{" "}
              {row.own ? people.own : null}
            </>
          ),
          birthYear: row.birthYear ?? unknown,
          handedIn: formatDay(dayOf(row.submittedAt)),
          self: formatNumber(row.selfTotal),
          suggested: row.suggestedTotal === null ? none : formatNumber(row.suggestedTotal),
          look: <CaseFlags flags={row.flags} passTotal={passTotal} />,
        },
      }))}
    />
  );
}
