import { ForwardForm } from "#app/domain/exchange/index.ts";
import {
  FORWARD_FIELDS as FIELDS,
  type ForwardFault,
  type TypedForward,
} from "./forward-fields.ts";

import { textOf, textsOf } from "#app/server/http/form.server.ts";

/** What an officer typed, cut to what a form of ours could have sent. */
export function typedForward(form: FormData): TypedForward {
  const text = (field: string, most: number) => textOf(form, field).slice(0, most);
  const texts = (field: string) =>
    textsOf(form, field)
      .slice(0, 200)
      .map((one) => one.slice(0, 1000));
  return {
    name: text(FIELDS.name, 300),
    endpoint: text(FIELDS.endpoint, 1000),
    user: text(FIELDS.user, 300),
    version: text(FIELDS.version, 20),
    persons: text(FIELDS.persons, 20),
    courses: texts(FIELDS.courses),
    activities: text(FIELDS.activities, 20_000),
    verbs: texts(FIELDS.verbs),
    otherVerbs: text(FIELDS.otherVerbs, 20_000),
    start: text(FIELDS.start, 20),
    day: text(FIELDS.day, 20),
  };
}

/** The form with its secret, which is not given back when something else is wrong. */
export function readForward(typed: TypedForward, form: FormData) {
  return ForwardForm.safeParse({
    name: typed.name,
    endpoint: typed.endpoint,
    user: typed.user,
    secret: textOf(form, FIELDS.secret),
    version: typed.version,
    verbs: [...typed.verbs, ...linesOf(typed.otherVerbs)],
    activities: [...typed.courses, ...linesOf(typed.activities)],
    includePersons: typed.persons === "yes",
    start: { kind: typed.start, day: typed.day },
  });
}

const linesOf = (text: string) => text.split(/\r?\n/u);

const FAULTS: readonly ForwardFault[] = [
  "name",
  "endpoint",
  "user",
  "secret",
  "version",
  "activities",
  "verbs",
  "start",
  "day",
];

/** What is wrong in a form, in the order of its fields. */
export function forwardFaults(
  issues: readonly { readonly message: string }[],
): readonly ForwardFault[] {
  return FAULTS.filter((fault) => issues.some(({ message }) => message === fault));
}
