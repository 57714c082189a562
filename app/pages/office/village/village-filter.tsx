import type { QueueState } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button, ButtonLink } from "#app/kit/button.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";
import { SEARCH_AT_MOST } from "#app/pages/office/frame/search-text.ts";

interface VillageFilterProps {
  readonly villageId: string;
  readonly search: string;
  /** Null for everybody. */
  readonly state: QueueState | null;
}

/** Where a file can be asked for, in the order in which it goes. */
export const QUEUE_STATES = [
  "submitted",
  "returned",
  "endorsed",
  "verified",
  "refused",
  "recognised",
] as const satisfies readonly QueueState[];

/** Whom to show: by name, and by where the file stands. */
export function VillageFilter({ villageId, search, state }: VillageFilterProps) {
  const words = useWords().village.filter;
  const { states } = useWords().desk;
  return (
    <form method="get" className="grid items-end gap-3 md:grid-cols-[1fr_1fr_auto_auto]">
      <input type="hidden" name="thon" value={villageId} />
      <TextField
        name="tim"
        label={words.search}
        hint={words.searchHint}
        defaultValue={search}
        type="search"
        maxLength={SEARCH_AT_MOST}
      />
      <SelectField
        name="ho-so"
        label={words.state}
        options={QUEUE_STATES.map((value) => ({ value, label: states[value] }))}
        placeholder={words.all}
        defaultValue={state ?? ""}
      />
      <Button icon="search">{words.button}</Button>
      {search === "" && state === null ? null : (
        <ButtonLink href={`${href("office/village")}?thon=${villageId}`} icon="cross" tone="plain">
          {words.clear}
        </ButtonLink>
      )}
    </form>
  );
}
