import { cleanLine } from "#app/domain/kernel/index.ts";

/** Characters at most that a list of the desk is searched by. */
export const SEARCH_AT_MOST = 80;

/** What a list is searched by, out of its address; what is too long is cut. */
export function searchText(search: URLSearchParams, name = "tim"): string {
  const typed = (search.get(name) ?? "").slice(0, 4 * SEARCH_AT_MOST);
  return cleanLine(typed).slice(0, SEARCH_AT_MOST);
}
