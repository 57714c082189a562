import type { VillageLine } from "#app/domain/identity/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { VILLAGE_TYPES } from "#app/domain/places/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
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

interface AddVillageProps {
  /** Becomes the village's, so that a second press is the same village. */
  readonly villageId: string;
  readonly fields: FieldsOf<typeof villageForm>;
}

export function AddVillage({ villageId, fields }: AddVillageProps) {
  const words = useWords().people.villages.add;
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
          <Button icon="plus">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
