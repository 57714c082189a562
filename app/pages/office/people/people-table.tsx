import type { ListedPerson } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

/** A commune's people; each name opens her file. */
export function PeopleTable({ people }: { readonly people: readonly ListedPerson[] }) {
  const { table } = useWords().people.list;
  const toDesk = useDeskHref();
  return (
    <DataTable
      caption={table.caption}
      columns={[
        { key: "name", label: table.name },
        { key: "born", label: table.born, align: "right" },
        { key: "village", label: table.village },
        { key: "card", label: table.card },
        { key: "attestor", label: table.attestor },
      ]}
      rows={people.map((person) => ({
        id: person.personId,
        cells: {
          name: (
            <a href={toDesk(href("office/person", { person: person.personId }))}>
              {person.fullName}
            </a>
          ),
          born: person.birthYear,
          village: person.villageName,
          card: person.cardLast4,
          attestor:
            person.attestorOf.length === 0 ? null : (
              <Badge tone="info" icon="shield">
                {table.attests(person.attestorOf)}
              </Badge>
            ),
        },
      }))}
    />
  );
}
