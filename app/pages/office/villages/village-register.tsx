import type { VillageLine } from "#app/domain/identity/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { VILLAGE_TYPES } from "#app/domain/places/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

export const VILLAGE_FIELDS = { type: "loai", name: "ten" } as const;

export type VillageFault = keyof Words["people"]["villages"]["faults"];

/** A village that was not added, with what was typed. */
export interface RefusedVillage {
  readonly villageId: string;
  readonly type: string;
  readonly name: string;
  readonly faults: readonly VillageFault[];
}

const ABOUT_NAME = ["name-missing", "name-long", "name-taken"] as const;

/** What is wrong in a form, by its issues. */
export function addedVillageFaults(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly VillageFault[] {
  const [first] = ABOUT_NAME.filter((fault) => issues.some(({ message }) => message === fault));
  return [
    ...(issues.some(({ path }) => path[0] === "type") ? (["type-missing"] as const) : []),
    ...(first === undefined ? [] : [first]),
  ];
}

/** Everything to mend, above the page. */
export function VillageErrors({ faults }: Pick<RefusedVillage, "faults">) {
  const words = useWords().people.villages;
  return (
    <ErrorSummary
      title={words.errorTitle}
      errors={faults.map((fault) => ({
        name: VILLAGE_FIELDS[fault === "type-missing" ? "type" : "name"],
        message: words.faults[fault],
      }))}
    />
  );
}

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
  readonly refused: RefusedVillage | undefined;
}

export function AddVillage({ villageId, refused }: AddVillageProps) {
  const { add: words, faults } = useWords().people.villages;
  const errorOf = (...known: readonly VillageFault[]) => {
    const fault = refused?.faults.find((each) => known.includes(each));
    return fault === undefined ? undefined : faults[fault];
  };
  return (
    <Card heading={words.heading} icon="plus" id="them">
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={villageId} />
        <SelectField
          name={VILLAGE_FIELDS.type}
          label={words.type}
          options={VILLAGE_TYPES.map((type) => ({ value: type, label: type }))}
          defaultValue={refused?.type}
          error={errorOf("type-missing")}
          required
        />
        <TextField
          name={VILLAGE_FIELDS.name}
          label={words.name}
          hint={words.nameHint}
          autoComplete="off"
          maxLength={60}
          defaultValue={refused?.name}
          error={errorOf(...ABOUT_NAME)}
          required
        />
        <Actions>
          <Button icon="plus">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
