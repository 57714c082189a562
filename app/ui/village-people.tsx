import type { VillagePerson } from "#app/domain/portfolio/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "./data-table.tsx";

interface VillagePeopleTableProps {
  readonly caption: string;
  readonly people: readonly VillagePerson[];
  /** The reader's own id; nobody answers for himself. */
  readonly ownId: string;
  /** How many indicators a named person must confirm. */
  readonly attestable: number;
}

/** A village's residents, each a way to the page where the village speaks of that person. */
export function VillagePeopleTable(props: VillagePeopleTableProps) {
  const { caption, people, ownId, attestable } = props;
  const words = useWords().village.people;
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "name", label: words.name },
        { key: "attested", label: words.attested, align: "right" },
        { key: "record", label: words.record, align: "right" },
      ]}
      rows={people.map((person) => ({
        id: person.personId,
        cells: {
          name: (
            <>
              <a href={`/xac-nhan/${person.personId}`}>{person.fullName}</a>{" "}
              <span className="hint">{words.born(person.birthYear)}</span>{" "}
              {person.personId === ownId ? words.own : null}
            </>
          ),
          attested: words.attestedOf(person.attestedIndicators.length, attestable),
          record: words.recordOf(person.evidence, person.courses),
        },
      }))}
    />
  );
}
