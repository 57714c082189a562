import { cleanLine, formatDay, PersonId } from "#app/domain/kernel/index.ts";
import {
  isKnownVerb,
  type KnownVerb,
  type Place,
  type RecordFilter,
} from "#app/domain/record-office/index.ts";
import { searchText } from "#app/pages/office/frame/search-text.ts";

/** Where a desk's statements stand. */
export type RecordBase = string;

/** What the address of a list of statements asks for; days as they were typed. */
export interface RecordAddress {
  /** Name or card of whoever is looked for, while nobody is chosen. */
  readonly sought: string;
  readonly personId: PersonId | null;
  readonly verb: KnownVerb | null;
  readonly activity: string | null;
  readonly from: string;
  readonly to: string;
  readonly voidedOnly: boolean;
}

const IRI_AT_MOST = 1000;
const DAY_AT_MOST = 20;

/** What cannot be understood is as if it were not there; days are judged by `daysForm`. */
export function readRecordAddress(search: URLSearchParams): RecordAddress {
  const person = PersonId.safeParse(search.get("ma"));
  const verb = search.get("viec") ?? "";
  const activity = (search.get("ve") ?? "").slice(0, IRI_AT_MOST);
  const line = (name: string, most: number) =>
    cleanLine((search.get(name) ?? "").slice(0, 4 * most)).slice(0, most);
  return {
    sought: searchText(search, "nguoi"),
    personId: person.success ? person.data : null,
    verb: isKnownVerb(verb) ? verb : null,
    // What the database cannot hold names no activity.
    activity: /^[^\s\p{Cc}\p{Cs}]+$/u.test(activity) ? activity : null,
    from: line("tu", DAY_AT_MOST),
    to: line("den", DAY_AT_MOST),
    voidedOnly: search.get("vo-hieu") === "1",
  };
}

/** A place in a list, as an address has it. */
export function placeText({ stored, sequence }: Place): string {
  return `${stored.getTime()}.${sequence}`;
}

export function readPlace(text: string | null): Place | null {
  const match = /^(\d{1,14})\.(\d{1,18})$/u.exec(text ?? "");
  if (match === null) return null;
  const [, stored, sequence = "0"] = match;
  return { stored: new Date(Number(stored)), sequence: BigInt(sequence) };
}

/** The address of a list, without what goes without saying. */
export function recordsHref(
  base: RecordBase,
  asked: Partial<RecordAddress>,
  after: string | null = null,
): string {
  const search = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== "") search.set(name, value);
  };
  put("nguoi", asked.personId === null ? asked.sought : null);
  put("ma", asked.personId);
  put("viec", asked.verb);
  put("ve", asked.activity);
  put("tu", asked.from);
  put("den", asked.to);
  put("vo-hieu", asked.voidedOnly === true ? "1" : null);
  put("sau", after);
  const query = search.toString();
  return query === "" ? base : `${base}?${query}`;
}

export function recordHref(base: RecordBase, statementId: string): string {
  return `${base}/${statementId}`;
}

/** The address of the list that a filter of the log names. */
export function filterHref(base: RecordBase, filter: RecordFilter): string {
  const { from, to, ...rest } = filter;
  return recordsHref(base, {
    ...rest,
    from: from === null ? "" : formatDay(from),
    to: to === null ? "" : formatDay(to),
  });
}

/** The first eight digits of a statement's id, as people read it out. */
export function shortId(statementId: string): string {
  return statementId.slice(0, 8);
}
