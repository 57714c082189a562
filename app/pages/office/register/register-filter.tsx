import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { DeskField } from "#app/pages/office/frame/office-page.tsx";
import { TextField } from "#app/kit/field.tsx";
import type { RegisterAddress } from "./register-address.ts";
import { SEARCH_AT_MOST } from "#app/pages/office/frame/search-text.ts";

/** Year, and a name or number; sent by GET, so that a filtered list has an address. */
export function RegisterFilter({ address }: { readonly address: RegisterAddress }) {
  const words = useWords().desk.register;
  return (
    <form method="get" className="no-print card" aria-label={words.searchButton}>
      <DeskField />
      <div className="grid items-end gap-3 lg:grid-cols-[10rem_1fr_auto]">
        <TextField
          name="nam"
          label={words.year}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          defaultValue={String(address.year)}
        />
        <TextField
          name="tim"
          label={words.search}
          type="search"
          autoComplete="off"
          maxLength={SEARCH_AT_MOST}
          defaultValue={address.search}
        />
        <Button icon="search">{words.searchButton}</Button>
      </div>
    </form>
  );
}
