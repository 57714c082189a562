import type { VillageCount } from "#app/domain/evaluation/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { orderedStates } from "#app/pages/office/case/assessment-state.tsx";
import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { DeskField } from "#app/pages/office/frame/office-page.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";
import { EVERY_STATE, type QueueAddress, slugOf } from "./queue-address.ts";
import { SEARCH_AT_MOST } from "#app/pages/office/frame/search-text.ts";

interface QueueFilterProps {
  readonly villages: readonly VillageCount[];
  readonly address: QueueAddress;
}

/** Village, state and name; sent by GET, so that a filtered list has an address. */
export function QueueFilter({ villages, address }: QueueFilterProps) {
  const { villageId, state, search } = address;
  const words = useWords().desk;
  const { filter } = words.queue;
  const toDesk = useDeskHref();
  return (
    <form method="get" className="no-print card flow" aria-label={filter.heading}>
      <DeskField />
      <div className="grid items-end gap-3 lg:grid-cols-4">
        <SelectField
          name="thon"
          label={filter.village}
          placeholder={filter.everyVillage}
          defaultValue={villageId ?? ""}
          options={villages.map((known) => ({
            value: known.villageId,
            label: filter.villageOption(known.villageName, formatNumber(known.cases)),
          }))}
        />
        <SelectField
          name="trang-thai"
          label={filter.state}
          defaultValue={state === null ? EVERY_STATE : slugOf(state)}
          options={[
            ...orderedStates
              .filter((known) => known !== "draft")
              .map((known) => ({ value: slugOf(known), label: words.states[known] })),
            { value: EVERY_STATE, label: filter.everyState },
          ]}
        />
        <TextField
          name="tim"
          label={filter.search}
          type="search"
          autoComplete="off"
          maxLength={SEARCH_AT_MOST}
          defaultValue={search}
        />
        <Actions>
          <Button icon="search">{filter.button}</Button>
          <ButtonLink href={toDesk(href("office/queue"))} tone="plain">
            {filter.clear}
          </ButtonLink>
        </Actions>
      </div>
    </form>
  );
}
