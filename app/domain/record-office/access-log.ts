import { z } from "zod";

import { Day, type Json, PersonId, Uuid } from "#app/domain/kernel/index.ts";

import type { AccessedPage } from "./records.ts";
import { isKnownVerb, type KnownVerb } from "./verbs.ts";

/** What an entry of the log is about, whatever was looked at: it stands under the desk's place. */
export const ACCESS_SUBJECT = "statements";

const ACTIONS = {
  list: "statements.listed",
  people: "statements.people-sought",
  statement: "statements.opened",
  client: "statements.of-client-read",
} as const satisfies Record<AccessedPage["at"], string>;

export function actionOf({ at }: AccessedPage): string {
  return ACTIONS[at];
}

/**
 * What the log keeps of a look. The log forgets nothing, so a person stands in it by her id alone, and
 * a name that was typed not at all.
 */
export function detailOf(looked: AccessedPage, persons: number): Json {
  switch (looked.at) {
    case "list":
      return { persons, filter: { ...looked.filter } };
    case "people":
      return { persons };
    case "statement":
      return { persons, statementId: looked.statementId };
    case "client":
      return { persons, clientId: looked.clientId };
  }
}

const Filter = z.object({
  personId: PersonId.nullable(),
  verb: z.custom<KnownVerb>((name) => typeof name === "string" && isKnownVerb(name)).nullable(),
  activity: z.string().nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  voidedOnly: z.boolean(),
});
const Detail = z.object({
  persons: z.int(),
  filter: Filter.optional(),
  statementId: Uuid.optional(),
  clientId: Uuid.optional(),
});

/** What an entry of the log tells of a look; null when it tells of none. */
export function accessOf(
  action: string,
  detailText: string,
): { readonly looked: AccessedPage; readonly persons: number } | null {
  const read = Detail.safeParse(JSON.parse(detailText));
  if (!read.success) return null;
  const { persons, filter, statementId, clientId } = read.data;
  const looked = lookedAt(action, { filter, statementId, clientId });
  return looked === null ? null : { looked, persons };
}

function lookedAt(
  action: string,
  { filter, statementId, clientId }: Partial<Omit<z.infer<typeof Detail>, "persons">>,
): AccessedPage | null {
  switch (action) {
    case ACTIONS.list:
      return filter === undefined ? null : { at: "list", filter };
    case ACTIONS.people:
      return { at: "people" };
    case ACTIONS.statement:
      return statementId === undefined ? null : { at: "statement", statementId };
    case ACTIONS.client:
      return clientId === undefined ? null : { at: "client", clientId };
    default:
      return null;
  }
}
