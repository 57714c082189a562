import type { VillageLine } from "#app/domain/identity/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { DeskField } from "#app/pages/office/frame/office-page.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";
import type { PeopleAddress } from "./people-address.ts";
import { SEARCH_AT_MOST } from "#app/pages/office/frame/search-text.ts";

interface PeopleFilterProps {
  readonly villages: readonly VillageLine[];
  readonly address: PeopleAddress;
}

/** Name and village; sent by GET, so that a filtered list has an address. */
export function PeopleFilter({ villages, address }: PeopleFilterProps) {
  const { filter } = useWords().people.list;
  const toDesk = useDeskHref();
  const filtered = address.search !== "" || address.villageId !== null || address.gone;
  return (
    <form method="get" className="no-print card" aria-label={filter.heading}>
      <DeskField />
      <div className="grid items-end gap-3 lg:grid-cols-[1fr_1fr_1fr_auto]">
        <TextField
          name="tim"
          label={filter.search}
          type="search"
          autoComplete="off"
          maxLength={SEARCH_AT_MOST}
          defaultValue={address.search}
        />
        <SelectField
          name="thon"
          label={filter.village}
          placeholder={filter.everyVillage}
          defaultValue={address.villageId ?? ""}
          options={villages.map(({ villageId, villageName, people }) => ({
            value: villageId,
            label: filter.villageOption(villageName, formatNumber(people)),
          }))}
        />
        <SelectField
          name="da-di"
          label={filter.standing}
          placeholder={filter.here}
          defaultValue={address.gone ? "co" : ""}
          options={[{ value: "co", label: filter.gone }]}
        />
        <Actions>
          <Button icon="search">{filter.button}</Button>
          {filtered ? (
            <ButtonLink href={toDesk(href("office/people"))} tone="plain">
              {filter.clear}
            </ButtonLink>
          ) : null}
        </Actions>
      </div>
    </form>
  );
}
