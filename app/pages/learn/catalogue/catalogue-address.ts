import { Subject } from "#app/domain/content/index.ts";
import { type CatalogueChoice, FACETS, LENGTHS, NO_CHOICE } from "#app/domain/guidance/index.ts";
import { cleanLine } from "#app/domain/kernel/index.ts";

import { SEARCH_LENGTH } from "#app/kit/search-form.tsx";
import { href } from "#app/routes.ts";

/** What the catalogue's address asks for. */
export interface CatalogueAddress {
  readonly choice: CatalogueChoice;
  /** As typed; "" when nothing was. */
  readonly query: string;
}

const NAMES = {
  need: "can",
  subject: "mon",
  level: "muc",
  length: "dai",
  offline: "mang",
} as const;
const SUBJECTS = {
  digital: "so",
  language: "ngoai-ngu",
  agriculture: "nong-nghiep",
  life: "doi-song",
} as const;
const LENGTH_VALUES = { short: "ngan", medium: "vua", long: "dai" } as const;
const OFFLINE = "khong-can";
const SLUG_LENGTH = 80;

export function readCatalogueAddress(search: URLSearchParams): CatalogueAddress {
  const asked = (name: string) => search.get(name) ?? "";
  const typed = asked("tim").slice(0, 4 * SEARCH_LENGTH);
  return {
    query: cleanLine(typed).slice(0, SEARCH_LENGTH),
    choice: {
      need: slugOrNull(asked(NAMES.need)),
      level: slugOrNull(asked(NAMES.level)),
      subject: Subject.options.find((each) => SUBJECTS[each] === asked(NAMES.subject)) ?? null,
      length: LENGTHS.find((each) => LENGTH_VALUES[each] === asked(NAMES.length)) ?? null,
      offline: asked(NAMES.offline) === OFFLINE ? "yes" : null,
    },
  };
}

function slugOrNull(text: string): string | null {
  return text.length <= SLUG_LENGTH && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text) ? text : null;
}

/** The fields of a choice as an address and a form name them. */
export function catalogueFields(
  choice: CatalogueChoice,
): readonly (readonly [name: string, value: string])[] {
  const values = {
    need: choice.need,
    subject: choice.subject === null ? null : SUBJECTS[choice.subject],
    level: choice.level,
    length: choice.length === null ? null : LENGTH_VALUES[choice.length],
    offline: choice.offline === null ? null : OFFLINE,
  };
  return FACETS.flatMap((facet) => {
    const value = values[facet];
    return value === null ? [] : [[NAMES[facet], value] as const];
  });
}

export function catalogueHref({ choice, query }: CatalogueAddress): string {
  const fields = [...catalogueFields(choice), ...(query === "" ? [] : [["tim", query] as const])];
  const search = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return search === "" ? href("learn/catalogue") : `${href("learn/catalogue")}?${search}`;
}

/** The address with one more choice, or with one given up. */
export function chosenHref(
  { choice, query }: CatalogueAddress,
  changed: Partial<CatalogueChoice>,
): string {
  return catalogueHref({ choice: { ...choice, ...changed }, query });
}

export function choosesNothing({ choice, query }: CatalogueAddress): boolean {
  return query === "" && FACETS.every((facet) => choice[facet] === NO_CHOICE[facet]);
}
