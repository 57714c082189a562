import { z } from "zod";

import { type Fields, fieldsOf, listOf, textOf } from "./statement-fields.ts";

const VOIDED = "http://adlnet.gov/expapi/verbs/voided";

/** How persons go along: by pseudonyms without a name, or as the statement was recorded. */
export const PERSONS_SENT = ["pseudonyms", "as-recorded"] as const;
export type PersonsSent = (typeof PERSONS_SENT)[number];

/** Which statements go on, and how much of a person goes with them. */
export const Filters = z.object({
  /** Verb ids; empty for every verb. */
  verbs: z.array(z.string()),
  /** Activity ids: of the object, or of an activity of the context, as a course is of its lessons. Empty for all. */
  activities: z.array(z.string()),
  persons: z.enum(PERSONS_SENT),
});
export type Filters = z.infer<typeof Filters>;

const CONTEXT_ACTIVITIES = ["parent", "grouping", "category", "other"] as const;

/** Whether a statement is wanted. Of a voiding one, ask `voidedId` first. */
export function isWanted(statement: Fields, { verbs, activities }: Filters): boolean {
  const verb = textOf(fieldsOf(statement, "verb"), "id");
  if (verbs.length > 0 && !verbs.includes(verb)) return false;
  if (activities.length === 0) return true;
  const around = fieldsOf(fieldsOf(statement, "context"), "contextActivities");
  const about = [
    ...listOf(statement, "object"),
    ...CONTEXT_ACTIVITIES.flatMap((kind) => listOf(around, kind)),
  ];
  return about.some((activity) => activities.includes(textOf(activity, "id")));
}

/**
 * The statement that this one voids, or null. A voiding goes where its statement went, whatever the
 * filters say of its own verb: the other store must not go on believing what was taken back.
 */
export function voidedId(statement: Fields): string | null {
  const isVoiding = textOf(fieldsOf(statement, "verb"), "id") === VOIDED;
  return isVoiding ? textOf(fieldsOf(statement, "object"), "id").toLowerCase() : null;
}
