import type { VillageResidents } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { StateBadge } from "#app/pages/office/case/assessment-state.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { href } from "#app/routes.ts";

interface ResidentsProps {
  readonly people: VillageResidents;
  /** What was searched for; "" for everybody. */
  readonly search: string;
  /** The reader's own id; nobody answers for himself. */
  readonly ownId: string;
  /** How many indicators a named person must confirm. */
  readonly attestable: number;
}

/** A village's residents and how far each one is, a way to the page where the village speaks of them. */
export function Residents({
  people: { people, found },
  search,
  ownId,
  attestable,
}: ResidentsProps) {
  const { people: words, person: file } = useWords().village;
  if (found === 0) {
    return (
      <EmptyState icon="search" title={words.found(0)}>
        <p>{words.none}</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={(search === "" ? words.caption : words.found)(found)}
      columns={[
        { key: "name", label: words.name },
        { key: "state", label: file.file },
        { key: "attested", label: words.attested, align: "right" },
        { key: "record", label: words.record, align: "right" },
      ]}
      rows={people.map((person) => ({
        id: person.personId,
        cells: {
          name: (
            <>
              <a href={href("office/village-person", { person: person.personId })}>
                {person.fullName}
              </a>{" "}
              <span className="hint">{words.born(person.birthYear)}</span>{" "}
              {person.personId === ownId ? words.own : null}
            </>
          ),
          state:
            person.state === null ? (
              <span className="hint">{file.noFile}</span>
            ) : (
              <StateBadge state={person.state} revoked={person.revoked} />
            ),
          attested: words.attestedOf(person.attestedIndicators.length, attestable),
          record: words.recordOf(person.evidence, person.courses),
        },
      }))}
    />
  );
}
