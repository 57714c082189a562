import { type QueueRow, seenCaseText } from "#app/domain/evaluation/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { StateBadge } from "#app/pages/office/case/assessment-state.tsx";
import { CaseFlags } from "#app/pages/office/case/case-flags.tsx";
import { type DataColumn, RowCheck } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { NumberedTable } from "#app/pages/office/frame/numbered-table.tsx";
import { href } from "#app/routes.ts";

interface QueueTableProps {
  readonly caption: string;
  readonly rows: readonly QueueRow[];
  /** Cases before the first row. */
  readonly before: number;
  /** Points in total that the criteria ask for. */
  readonly passTotal: number;
  /** Where the list holds cases of several states. */
  readonly withState: boolean;
  /** Ticks before the names of those who can be verified; null where nobody can. */
  readonly check: {
    readonly name: string;
    readonly mayTick: (row: QueueRow) => boolean;
    /** Beforehand. */
    readonly isTicked: (row: QueueRow) => boolean;
  } | null;
}

/** A page of the commune's queue; on paper it has a column to sign in. */
export function QueueTable(props: QueueTableProps) {
  const { caption, rows, before, passTotal, withState, check } = props;
  const words = useWords().desk.queue;
  const { table } = words;
  const toDesk = useDeskHref();
  const columns: readonly DataColumn[] = [
    ...(check === null ? [] : [{ key: "check", label: table.check, screenOnly: true }]),
    { key: "name", label: table.name },
    { key: "born", label: table.born, align: "right" },
    { key: "village", label: table.village },
    { key: "self", label: table.self, align: "right" },
    { key: "suggested", label: table.suggested, align: "right" },
    { key: "flags", label: table.flags },
    ...(withState || rows.some(({ revoked }) => revoked)
      ? [{ key: "state", label: table.state }]
      : []),
    { key: "signature", label: table.signature, signature: true },
  ];
  return (
    <NumberedTable
      caption={caption}
      before={before}
      columns={columns}
      rowHeader="name"
      rows={rows.map((row) => ({
        id: row.assessmentId,
        cells: {
          check:
            check === null || !check.mayTick(row) ? null : (
              <RowCheck
                name={check.name}
                value={seenCaseText(row)}
                label={table.checkOne(row.fullName)}
                defaultChecked={check.isTicked(row)}
              />
            ),
          name: (
            <a href={toDesk(href("office/case", { assessment: row.assessmentId }))}>
              {row.fullName}
            </a>
          ),
          born: row.birthYear,
          village: row.villageName,
          self: formatNumber(row.selfTotal),
          suggested: (
            <span className="whitespace-nowrap">
              {row.suggestedTotal === null ? table.noSuggestion : formatNumber(row.suggestedTotal)}
            </span>
          ),
          flags: row.own ? words.own : <CaseFlags flags={row.flags} passTotal={passTotal} />,
          state: <StateBadge state={row.state} revoked={row.revoked} />,
        },
      }))}
    />
  );
}
