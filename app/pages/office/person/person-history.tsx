import type { PersonChange } from "#app/domain/identity/index.ts";
import { formatDay, formatInstant } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Card } from "#app/kit/card.tsx";
import { DataTable } from "#app/kit/data-table.tsx";

interface PersonHistoryProps {
  readonly changes: readonly PersonChange[];
  /** Name of a citizen group by its code. */
  readonly groupName: (code: string) => string;
}

/** What was changed of somebody, with what it was before. */
export function PersonHistory({ changes, groupName }: PersonHistoryProps) {
  const { people } = useWords();
  const words = people.changes;
  if (changes.length === 0) return null;
  const list = (texts: PersonChange["before"]) => (
    <ul>
      {Object.entries(texts).map(([field, text]) => (
        <li key={field}>
          {words.line(labelOf(words, field), textOf(people, groupName, field, text))}
        </li>
      ))}
    </ul>
  );
  return (
    <Card heading={words.heading} icon="clock">
      <DataTable
        caption={words.caption}
        columns={[
          { key: "at", label: words.at },
          { key: "what", label: words.what },
          { key: "before", label: words.before },
          { key: "after", label: words.after },
          { key: "reason", label: words.reason },
          { key: "by", label: words.by },
        ]}
        rows={changes.map((change) => {
          const kind = words.kinds[change.kind];
          return {
            id: change.at.toISOString() + change.kind,
            cells: {
              at: formatInstant(change.at),
              what: change.since === null ? kind : words.since(kind, formatDay(change.since)),
              before: list(change.before),
              after: list(change.after),
              reason: change.reason,
              by: `${change.byName}, ${change.byOffice}`,
            },
          };
        })}
      />
    </Card>
  );
}

function labelOf(words: Words["people"]["changes"], field: string): string {
  return new Map<string, string>(Object.entries(words.fields)).get(field) ?? field;
}

function textOf(
  people: Words["people"],
  groupName: (code: string) => string,
  field: string,
  text: string,
): string {
  if (text === "") return people.changes.nothing;
  if (field === "sex")
    return new Map<string, string>(Object.entries(people.sexes)).get(text) ?? text;
  if (field === "language") return people.languages[text] ?? text;
  return field === "citizenGroup" ? groupName(text) : text;
}
