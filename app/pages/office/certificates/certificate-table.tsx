import type { CertificateLine } from "#app/domain/certificates/index.ts";
import { dayOf, formatDay, formatPublicCode } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { Badge } from "#app/kit/progress.tsx";

interface CertificateTableProps {
  readonly lines: readonly CertificateLine[];
  /** Whether they are of several communes. */
  readonly manyCommunes: boolean;
  /** Where one is opened. */
  readonly openHref: (certificateId: string) => string;
}

/** Certificates as an office looks after them: whose, of which course, and how they stand. */
export function CertificateTable({ lines, manyCommunes, openHref }: CertificateTableProps) {
  const words = useWords().certificate.desk;
  const { table } = words;
  return (
    <DataTable
      caption={table.caption}
      columns={[
        { key: "name", label: table.name },
        ...(manyCommunes ? [{ key: "commune", label: table.commune }] : []),
        { key: "course", label: table.course },
        { key: "issued", label: table.issued },
        { key: "state", label: table.state },
        { key: "code", label: table.code },
      ]}
      rows={lines.map((line) => ({
        id: line.id,
        cells: {
          name: (
            <a href={openHref(line.id)}>
              {line.holderName === "" ? words.erased : line.holderName}
            </a>
          ),
          commune: line.communeName,
          course: line.courseTitle,
          issued: formatDay(dayOf(line.issuedAt)),
          state: (
            <span className="whitespace-nowrap">
              <CertificateStandingBadge revoked={line.revoked} />
            </span>
          ),
          code: <span className="whitespace-nowrap">{formatPublicCode(line.code)}</span>,
        },
      }))}
    />
  );
}

export function CertificateStandingBadge({ revoked }: { readonly revoked: boolean }) {
  const words = useWords().certificate.desk;
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
