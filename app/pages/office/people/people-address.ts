import { PlaceId } from "#app/domain/kernel/index.ts";
import { searchText } from "#app/pages/office/frame/search-text.ts";
import { href } from "#app/routes.ts";

const MOST_PAGES = 10_000;

/** What the address of a commune's list of people asks for. */
export interface PeopleAddress {
  readonly villageId: PlaceId | null;
  readonly search: string;
  /** Who moved away or died, in place of who lives here. */
  readonly gone: boolean;
  /** From 1. */
  readonly page: number;
}

/** What cannot be understood is as if it were not there. */
export function readPeopleAddress(search: URLSearchParams): PeopleAddress {
  const village = PlaceId.safeParse(search.get("thon"));
  const page = search.get("trang") ?? "";
  return {
    villageId: village.success ? village.data : null,
    search: searchText(search),
    gone: search.get("da-di") === "co",
    page: /^[1-9]\d{0,4}$/u.test(page) ? Math.min(Number(page), MOST_PAGES) : 1,
  };
}

/** The address of a list, without what goes without saying. */
export function peopleHref({ villageId, search, gone, page }: PeopleAddress): string {
  const asked = new URLSearchParams();
  if (villageId !== null) asked.set("thon", villageId);
  if (search !== "") asked.set("tim", search);
  if (gone) asked.set("da-di", "co");
  if (page > 1) asked.set("trang", String(page));
  const query = asked.toString();
  return query === "" ? href("office/people") : `${href("office/people")}?${query}`;
}

/** Where somebody new is written down, in a village when it is known. */
export function registerHref(villageId: PlaceId | null): string {
  return villageId === null
    ? href("office/person-new")
    : `${href("office/person-new")}?thon=${villageId}`;
}
