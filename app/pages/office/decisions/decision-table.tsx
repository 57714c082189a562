import type { DecisionName, DecisionSummary } from "#app/domain/evaluation/index.ts";
import { dayOf, formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { type DataColumn, DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { NumberedTable } from "#app/pages/office/frame/numbered-table.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

/** Lists to be signed and decisions issued, the newest first. */
export function DecisionTable({ decisions }: { readonly decisions: readonly DecisionSummary[] }) {
  const words = useWords().desk.decisions;
  const { list } = words;
  const toDesk = useDeskHref();
  return (
    <DataTable
      caption={list.caption}
      columns={[
        { key: "decision", label: list.decision },
        { key: "day", label: list.day },
        { key: "names", label: list.names, align: "right" },
        { key: "signer", label: list.signer },
        { key: "state", label: list.state },
      ]}
      rows={decisions.map((decision) => ({
        id: decision.id,
        cells: {
          decision: (
            <a href={toDesk(href("office/decision", { decision: decision.id }))}>
              {decision.number === null
                ? list.draft(formatDay(dayOf(decision.createdAt)))
                : list.issued(decision.number)}
            </a>
          ),
          day: decision.decidedOn === null ? list.none : formatDay(decision.decidedOn),
          names: formatNumber(decision.names),
          signer: decision.signerName,
          state: <DecisionBadge state={decision.state} />,
        },
      }))}
    />
  );
}

export function DecisionBadge({ state }: Pick<DecisionSummary, "state">) {
  const words = useWords().desk.decisions.states;
  return state === "draft" ? (
    <Badge tone="warning" icon="edit">
      {words.draft}
    </Badge>
  ) : (
    <Badge tone="success" icon="seal">
      {words.issued}
    </Badge>
  );
}

interface DecisionNamesProps {
  readonly rows: readonly DecisionName[];
  readonly state: DecisionSummary["state"];
}

/** Who is in a decision; once it is issued, each with a register number and a certificate. */
export function DecisionNames({ rows, state }: DecisionNamesProps) {
  const words = useWords().desk.decisions.one.table;
  const toDesk = useDeskHref();
  const columns: readonly DataColumn[] = [
    { key: "name", label: words.name },
    { key: "born", label: words.born, align: "right" },
    { key: "village", label: words.village },
    { key: "total", label: words.total, align: "right" },
    ...(state === "draft"
      ? []
      : [
          { key: "number", label: words.number },
          { key: "paper", label: words.paper, screenOnly: true },
        ]),
  ];
  return (
    <NumberedTable
      caption={words.caption}
      columns={columns}
      rows={rows.map((row) => ({
        id: row.assessmentId,
        cells: {
          name: (
            <a href={toDesk(href("office/case", { assessment: row.assessmentId }))}>
              {row.fullName}
            </a>
          ),
          born: row.birthYear ?? words.unknown,
          village: row.villageName,
          total: formatNumber(row.total),
          number: (
            <>
              {row.registerNumber}{" "}
              {row.revoked ? <Badge tone="error">{words.revoked}</Badge> : null}
            </>
          ),
          paper:
            row.registerEntryId === null ? null : (
              <a
                className="inline-block py-3"
                href={href("files/recognition-pdf", { entry: row.registerEntryId })}
              >
                {words.paperLink}
                <span className="sr-only">: {row.fullName}</span>
              </a>
            ),
        },
      }))}
    />
  );
}
