import type { VillageLine } from "#app/domain/identity/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { VILLAGE_TYPES } from "#app/domain/places/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Notice } from "#app/kit/notice.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { href } from "#app/routes.ts";

import type { villageForm } from "./form.ts";

/** A commune's villages, how many people were written down there, and who answers for them. */
export function VillageTable({ villages }: { readonly villages: readonly VillageLine[] }) {
  const { table } = useWords().people.villages;
  const toDesk = useDeskHref();
  return (
    <DataTable
      caption={table.caption}
      columns={[
        { key: "name", label: table.name },
        { key: "people", label: table.people, align: "right" },
        { key: "attestors", label: table.attestors },
      ]}
      rows={villages.map(({ villageId, villageName, people, attestors }) => ({
        id: villageId,
        cells: {
          name: <a href={toDesk(`${href("office/people")}?thon=${villageId}`)}>{villageName}</a>,
          people: formatNumber(people),
          attestors:
            attestors.length === 0
              ? table.noAttestor
              : attestors.map(({ personId, fullName, title }) => (
                  <a
                    key={personId}
                    className="block py-3"
                    href={toDesk(href("office/person", { person: personId }))}
                  >
                    {table.attestor(fullName, title)}
                  </a>
                )),
        },
      }))}
    />
  );
}

type NamedVillage = Pick<VillageLine, "villageId" | "villageName">;

interface AddVillageProps {
  /** Becomes the village's, so that a second press is the same village. */
  readonly villageId: string;
  readonly fields: FieldsOf<typeof villageForm>;
  /** Villages that may be this one, shown before the form. */
  readonly alike?: readonly NamedVillage[] | undefined;
}

/** Villages that may be the same one under another word for its kind: looked at before it is added. */
export function AlikeVillages({ alike }: { readonly alike: readonly NamedVillage[] }) {
  const words = useWords().people.villages.alike;
  const toDesk = useDeskHref();
  if (alike.length === 0) return null;
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.intro}</p>
      <ul>
        {alike.map(({ villageId, villageName }) => (
          <li key={villageId}>
            <a href={toDesk(`${href("office/people")}?thon=${villageId}`)}>{villageName}</a>
          </li>
        ))}
      </ul>
      <p>{words.advice}</p>
    </Notice>
  );
}

export function AddVillage({ villageId, fields, alike = [] }: AddVillageProps) {
  const { add: words, alike: asked } = useWords().people.villages;
  return (
    <Card heading={words.heading} icon="plus" id="them">
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={villageId} />
        <SelectField
          {...fields.type}
          label={words.type}
          options={VILLAGE_TYPES.map((type) => ({ value: type, label: type }))}
        />
        <TextField {...fields.name} label={words.name} hint={words.nameHint} autoComplete="off" />
        <Actions>
          {alike.map(({ villageId: seen }) => (
            <input key={seen} type="hidden" name="da-xem" value={seen} />
          ))}
          <Button icon="plus">{alike.length === 0 ? words.button : asked.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
