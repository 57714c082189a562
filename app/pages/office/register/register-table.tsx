import { formatPublicCode, type RegisterLine } from "#app/domain/evaluation/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

interface RegisterTableProps {
  readonly lines: readonly RegisterLine[];
  /** Where an entry is opened. */
  readonly entryHref: (entryId: string) => string;
}

/** The commune's register: number, name, decision, and how it stands. */
export function RegisterTable({ lines, entryHref }: RegisterTableProps) {
  const words = useWords().desk.register;
  const { table } = words;
  const toDesk = useDeskHref();
  return (
    <DataTable
      caption={table.caption}
      columns={[
        { key: "name", label: table.name },
        { key: "number", label: table.number },
        { key: "born", label: table.born, align: "right" },
        { key: "village", label: table.village },
        { key: "decision", label: table.decision },
        { key: "state", label: table.state },
        { key: "code", label: table.check },
        { key: "paper", label: table.paper, screenOnly: true },
      ]}
      rows={lines.map((line) => ({
        id: line.registerEntryId,
        cells: {
          number: line.registerNumber,
          name: <a href={entryHref(line.registerEntryId)}>{line.fullName}</a>,
          born: line.birthYear,
          village: line.villageName,
          decision: (
            <a
              className="inline-block py-3"
              href={toDesk(href("office/decision", { decision: line.decisionId }))}
            >
              {table.decisionText(line.decisionNumber, formatDay(line.decidedOn))}
            </a>
          ),
          state: <Standing revoked={line.revoked} />,
          code: <span className="whitespace-nowrap">{formatPublicCode(line.publicCode)}</span>,
          paper: line.revoked ? null : (
            <a
              className="inline-block py-3"
              href={href("files/recognition-pdf", { entry: line.registerEntryId })}
            >
              {table.paperLink}
              <span className="sr-only">: {line.fullName}</span>
            </a>
          ),
        },
      }))}
    />
  );
}

export function Standing({ revoked }: { readonly revoked: boolean }) {
  const words = useWords().desk.register;
  return revoked ? (
    <Badge tone="error" icon="cross">
      {words.revoked}
    </Badge>
  ) : (
    <Badge tone="success" icon="check">
      {words.standing}
    </Badge>
  );
}
