import { formatPublicCode, type RegisterEntryView } from "#app/domain/evaluation/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "./data-table.tsx";
import { Badge } from "./progress.tsx";
import { RevokeForm, type RefusedRevocation, type RevocationReason } from "./revoke-form.tsx";

interface RegisterTableProps {
  readonly entries: readonly RegisterEntryView[];
  readonly reasons: readonly RevocationReason[];
  readonly refused: RefusedRevocation | undefined;
}

/** The commune's register: number, name, decision, how it stands, and the way to revoke. */
export function RegisterTable({ entries, reasons, refused }: RegisterTableProps) {
  const words = useWords().desk.register;
  const { table } = words;
  return (
    <DataTable
      caption={table.caption}
      rowHeader="name"
      columns={[
        { key: "number", label: table.number },
        { key: "name", label: table.name },
        { key: "village", label: table.village },
        { key: "decision", label: table.decision },
        { key: "state", label: table.state },
        { key: "paper", label: table.paper, screenOnly: true },
        { key: "more", label: table.more, screenOnly: true },
      ]}
      rows={entries.map((entry) => ({
        id: entry.id,
        cells: {
          number: entry.registerNumber,
          name: entry.fullName,
          village: entry.villageName,
          decision: (
            <a
              className="inline-block py-3"
              href={`/ban-xet/quyet-dinh/${entry.decisionId}`}
            >
              {table.decisionText(entry.decisionNumber, formatDay(entry.decidedOn))}
            </a>
          ),
          state: <Standing entry={entry} reasons={reasons} />,
          paper: (
            <>
              <a className="block py-3" href={`/giay/${entry.id}.pdf`}>
                {table.paperLink}
                <span className="sr-only">: {entry.fullName}</span>
              </a>
              <a className="block py-3" href={`/kiem-tra/${entry.publicCode}`}>
                {formatPublicCode(entry.publicCode)}
              </a>
            </>
          ),
          more: entry.revocation === null ? <RevokeForm {...{ entry, reasons, refused }} /> : null,
        },
      }))}
    />
  );
}

function Standing({
  entry: { revocation },
  reasons,
}: {
  readonly entry: RegisterEntryView;
  readonly reasons: readonly RevocationReason[];
}) {
  const words = useWords().desk.register;
  if (revocation === null) {
    return (
      <Badge tone="success" icon="check">
        {words.standing}
      </Badge>
    );
  }
  const reason = reasons.find(({ code }) => code === revocation.reason)?.sentence ?? "";
  return (
    <>
      <Badge tone="error" icon="cross">
        {words.revoked}
      </Badge>
      <p>{words.revokedText(formatDay(revocation.revokedOn), reason)}</p>
      <p className="whitespace-pre-line">{revocation.words}</p>
      <p className="hint">{words.revokedBy(revocation.revokerName, revocation.revokerOffice)}</p>
    </>
  );
}
