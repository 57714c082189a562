import { formatDay, formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import {
  lastPartOf,
  type AccessLogEntry,
  type RecordFilter,
} from "#app/domain/record-office/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { BackLink } from "#app/kit/back-link.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { filterHref, type RecordBase, recordHref, shortId } from "./record-address.ts";

/** A look as the page is given it; its number in the log as text. */
export type ShownAccess = Omit<AccessLogEntry, "sequence"> & { readonly sequence: string };

interface AccessListProps {
  readonly base: RecordBase;
  readonly accesses: readonly ShownAccess[];
  /** The number from which older ones go on, or null. */
  readonly more: string | null;
}

/** Who was shown personal data, when, by which office, and by which filter. */
export function AccessList({ base, accesses, more }: AccessListProps) {
  const words = useWords().records;
  const { table, empty } = words.accesses;
  const toDesk = useDeskHref();
  return (
    <>
      <BackLink href={toDesk(base)}>{words.file.back}</BackLink>
      <p>{words.accesses.intro}</p>
      {accesses.length === 0 ? (
        <EmptyState icon="shield" title={empty.title}>
          {empty.advice}
        </EmptyState>
      ) : (
        <DataTable
          caption={words.accesses.caption}
          columns={[
            { key: "officer", label: table.officer },
            { key: "office", label: table.office },
            { key: "at", label: table.at },
            { key: "what", label: table.what },
            { key: "persons", label: table.persons, align: "right" },
          ]}
          rows={accesses.map((look) => ({
            id: look.sequence,
            cells: {
              officer: look.actorName,
              office: look.actorOffice,
              at: <span className="whitespace-nowrap">{formatInstant(look.at)}</span>,
              what: <AccessedPageText {...{ look, base }} />,
              persons: formatNumber(look.persons),
            },
          }))}
        />
      )}
      {more === null ? null : (
        <Actions>
          <ButtonLink href={toDesk(`${base}/nhat-ky?truoc=${more}`)} icon="next" tone="plain">
            {words.accesses.older}
          </ButtonLink>
        </Actions>
      )}
    </>
  );
}

function AccessedPageText({
  look,
  base,
}: {
  readonly look: ShownAccess;
  readonly base: RecordBase;
}) {
  const { accesses: words, verbs } = useWords().records;
  const toDesk = useDeskHref();
  const { looked } = look;
  switch (looked.at) {
    case "people":
      return <>{words.people}</>;
    case "statement":
      return (
        <a className="inline-block py-3" href={toDesk(recordHref(base, looked.statementId))}>
          {words.statement(shortId(looked.statementId))}
        </a>
      );
    case "client":
      return <>{words.client}</>;
    case "list": {
      const parts = partsOf(looked.filter, words, verbs);
      return (
        <a className="inline-block py-3" href={toDesk(filterHref(base, looked.filter))}>
          {parts.length === 0 ? words.all : `${words.filtered}${parts.join(", ")}`}
        </a>
      );
    }
  }
}

function partsOf(
  filter: RecordFilter,
  { parts }: Words["records"]["accesses"],
  verbs: Words["records"]["verbs"],
): readonly string[] {
  const { personId, verb, activity, from, to, voidedOnly } = filter;
  return [
    ...(personId === null ? [] : [parts.person]),
    ...(verb === null ? [] : [parts.verb(verbs[verb])]),
    ...(activity === null ? [] : [parts.activity(lastPartOf(activity))]),
    ...(from === null ? [] : [parts.from(formatDay(from))]),
    ...(to === null ? [] : [parts.to(formatDay(to))]),
    ...(voidedOnly ? [parts.voidedOnly] : []),
  ];
}
