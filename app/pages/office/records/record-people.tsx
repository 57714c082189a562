import { formatNumber } from "#app/domain/kernel/index.ts";
import type { Resident } from "#app/domain/record-office/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { type RecordAddress, type RecordBase, recordsHref } from "./record-address.ts";

interface RecordPeopleProps {
  readonly base: RecordBase;
  readonly address: RecordAddress;
  readonly people: readonly Resident[];
  /** Whether more fit than are shown. */
  readonly cut: boolean;
}

/** People whom a name may mean: the official chooses one, and then sees statements. */
export function RecordPeople({ base, address, people, cut }: RecordPeopleProps) {
  const words = useWords().records.choose;
  const toDesk = useDeskHref();
  if (people.length === 0) {
    return (
      <EmptyState icon="people" title={words.none}>
        {words.noneAdvice(address.sought)}
      </EmptyState>
    );
  }
  return (
    <section className="flow">
      <h2>{words.heading}</h2>
      <p>{words.several(formatNumber(people.length), address.sought)}</p>
      <DataTable
        caption={words.heading}
        captionHidden
        columns={[
          { key: "name", label: words.table.name },
          { key: "born", label: words.table.born, align: "right" },
          { key: "village", label: words.table.village },
          { key: "commune", label: words.table.commune },
          { key: "card", label: words.table.card },
        ]}
        rows={people.map((person) => ({
          id: person.personId,
          cells: {
            name: (
              <a href={toDesk(recordsHref(base, { ...address, personId: person.personId }))}>
                {person.fullName}
              </a>
            ),
            born: person.birthYear,
            village: person.villageName,
            commune: person.communeName,
            card: person.cardLast4,
          },
        }))}
      />
      {cut ? <p className="hint">{words.cut}</p> : null}
    </section>
  );
}
