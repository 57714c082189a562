import { Uuid } from "#app/domain/kernel/index.ts";

import { readPage } from "#app/pages/office/queue/queue-address.ts";
import { searchText } from "#app/pages/office/frame/search-text.ts";
import { href } from "#app/routes.ts";

/** What the address of a commune's register asks for. */
export interface RegisterAddress {
  readonly year: number;
  readonly search: string;
  /** From 1. */
  readonly page: number;
  /** The entry that is opened, or null. */
  readonly entryId: string | null;
}

/** What cannot be understood is as if it were not there. */
export function readRegisterAddress(search: URLSearchParams, thisYear: number): RegisterAddress {
  const entry = Uuid.safeParse(search.get("mo"));
  const year = search.get("nam") ?? "";
  return {
    year: /^20\d\d$/u.test(year) ? Number(year) : thisYear,
    search: searchText(search),
    page: readPage(search.get("trang")),
    entryId: entry.success ? entry.data : null,
  };
}

export function registerHref({ year, search, page, entryId }: RegisterAddress): string {
  const asked = new URLSearchParams({ nam: String(year) });
  if (search !== "") asked.set("tim", search);
  if (page > 1) asked.set("trang", String(page));
  if (entryId !== null) asked.set("mo", entryId);
  return `${href("office/register")}?${asked.toString()}`;
}
