import { formatInstant } from "#app/domain/kernel/index.ts";
import type { Names, RecordLine } from "#app/domain/record-office/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref, useOffice } from "#app/pages/office/frame/office-frame.ts";
import { Badge } from "#app/kit/progress.tsx";
import { type RecordBase, recordHref } from "./record-address.ts";
import { sentenceOf } from "./record-words.ts";

interface RecordTableProps {
  readonly lines: readonly RecordLine[];
  readonly names: Names;
  readonly base: RecordBase;
  readonly caption: string;
}

/** Statements as sentences; each leads to the whole of it. */
export function RecordTable({ lines, names, base, caption }: RecordTableProps) {
  const words = useWords().records;
  const { table } = words.list;
  const toDesk = useDeskHref();
  const province = useOffice().kind === "province";
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: "what", label: table.what },
        { key: "when", label: table.when },
        ...(province ? [{ key: "place", label: table.place }] : []),
        { key: "state", label: table.state },
      ]}
      rows={lines.map((line) => ({
        id: line.statementId,
        cells: {
          what: (
            <a href={toDesk(recordHref(base, line.statementId))}>
              {line.parts === null ? words.sentence.erased : sentenceOf(line.parts, names, words)}
            </a>
          ),
          when: <span className="whitespace-nowrap">{formatInstant(line.timestamp)}</span>,
          place: <span className="lg:whitespace-nowrap">{line.placeName}</span>,
          state: <RecordState line={line} />,
        },
      }))}
    />
  );
}

/** Whether a statement was voided or erased; nothing when it stands. */
export function RecordState({ line }: { readonly line: Pick<RecordLine, "voided" | "parts"> }) {
  const words = useWords().records.list;
  if (!line.voided && line.parts !== null) return null;
  return (
    <>
      {line.voided ? (
        <Badge tone="warning" icon="cross">
          {words.voided}
        </Badge>
      ) : null}{" "}
      {line.parts === null ? (
        <Badge tone="plain" icon="lock">
          {words.erased}
        </Badge>
      ) : null}
    </>
  );
}
