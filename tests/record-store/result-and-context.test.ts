import { expect, test } from "vitest";

import { at, objectOf, type Part, VERSIONS } from "./ask.ts";
import { type Requirement, testRequirements } from "./requirements.ts";
import {
  ACTIVITY,
  AGENT,
  get,
  GROUP,
  planned,
  REF,
  SITE,
  statementWith,
  stored,
  UUID,
} from "./statements.ts";

const each = (
  values: Readonly<Record<string, unknown>>,
  parts: (value: unknown) => Part,
): Readonly<Record<string, Part>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, parts(value)]));

const score = (numbers: unknown): Part => ({ result: { score: numbers } });
const context = (parts: Part): Part => ({ context: parts });
const NO_TEXT = { number: 5, boolean: true, object: {}, list: ["x"] };
const NO_OBJECT = { number: 5, text: "x", list: [], boolean: true };
const NO_NUMBER = { text: "1", boolean: true, object: {}, list: [1] };
const OTHER_OBJECTS = {
  agent: { objectType: "Agent", ...AGENT },
  group: GROUP,
  statement: REF,
};

/** A number of the score that is none. */
const noNumber = (name: string) => each(NO_NUMBER, (value) => score({ [name]: value }));

/** A property of the context that is a text, and belongs to activities alone. */
function ofActivities(number: string, name: string): Requirement {
  return {
    number,
    says: `${name} is said of activities alone`,
    takes: {
      "of an activity": context({ [name]: "1" }),
      "of one that says its type": {
        ...context({ [name]: "1" }),
        object: { objectType: "Activity", ...ACTIVITY },
      },
    },
    refuses: each(OTHER_OBJECTS, (object) => ({ object, ...context({ [name]: "1" }) })),
  };
}

testRequirements([
  {
    number: "XAPI-00074",
    says: "success is a boolean",
    takes: { no: { result: { success: false } } },
    refuses: each({ ...NO_OBJECT, boolean: "true" }, (success) => ({ result: { success } })),
  },
  {
    number: "XAPI-00075",
    says: "completion is a boolean",
    takes: { yes: { result: { completion: true } } },
    refuses: each({ ...NO_OBJECT, boolean: "false" }, (completion) => ({ result: { completion } })),
  },
  {
    number: "XAPI-00076",
    says: "a response is a text",
    takes: {
      empty: { result: { response: "" } },
      long: { result: { response: "x".repeat(9999) } },
    },
    refuses: each(NO_TEXT, (response) => ({ result: { response } })),
  },
  {
    number: "XAPI-00077",
    says: "a duration is written as ISO 8601 has it",
    takes: { one: { result: { duration: "PT1H30M" } } },
    refuses: each({ ...NO_TEXT, words: "an hour" }, (duration) => ({ result: { duration } })),
  },
  {
    number: "XAPI-00078",
    says: "extensions of a result are an object",
    takes: { empty: { result: { extensions: {} } } },
    refuses: each(NO_OBJECT, (extensions) => ({ result: { extensions } })),
  },
  {
    number: "XAPI-00079",
    says: "a score is an object",
    takes: { empty: score({}) },
    refuses: each(NO_OBJECT, score),
  },
  {
    number: "XAPI-00080",
    says: "max is a number above min",
    takes: { alone: score({ max: -5 }), above: score({ min: -1.5, max: 0 }) },
    refuses: { ...noNumber("max"), below: score({ min: 10, max: 9 }) },
  },
  {
    number: "XAPI-00081",
    says: "min is a number below max",
    takes: { alone: score({ min: 1e9 }) },
    refuses: {
      ...noNumber("min"),
      above: score({ min: 0.0001, max: 0 }),
      same: score({ min: 5, max: 5 }),
    },
  },
  {
    number: "XAPI-00082",
    says: "raw is a number between min and max",
    takes: {
      alone: score({ raw: -1e300 }),
      "at min": score({ raw: 0, min: 0, max: 10 }),
      "at max": score({ raw: 10, min: 0, max: 10 }),
    },
    refuses: {
      ...noNumber("raw"),
      "below min": score({ raw: -0.5, min: 0, max: 10 }),
      "above max": score({ raw: 10.5, min: 0, max: 10 }),
      "below min alone": score({ raw: -1, min: 0 }),
      "above max alone": score({ raw: 11, max: 10 }),
    },
  },
  {
    number: "XAPI-00083",
    says: "scaled is a number from -1 to 1",
    takes: { low: score({ scaled: -1 }), high: score({ scaled: 1 }), no: score({ scaled: 0 }) },
    refuses: { ...noNumber("scaled"), low: score({ scaled: -1.01 }), high: score({ scaled: 1.5 }) },
  },
  ofActivities("XAPI-00084", "revision"),
  ofActivities("XAPI-00085", "platform"),
  {
    number: "XAPI-00086",
    says: "contextActivities are an object",
    refuses: each(NO_OBJECT, (contextActivities) => context({ contextActivities })),
  },
  {
    number: "XAPI-00087-1",
    says: "a registration is a UUID",
    takes: {
      one: context({ registration: UUID }),
      "in capitals": context({ registration: UUID.toUpperCase() }),
    },
    refuses: each(
      { ...NO_TEXT, word: "class", short: UUID.slice(1), braces: `{${UUID}}` },
      (value) => context({ registration: value }),
    ),
  },
  {
    number: "XAPI-00087-2",
    says: "an instructor is an agent",
    takes: { agent: context({ instructor: AGENT }) },
    refuses: each({ ...NO_OBJECT, nobody: { name: "x" }, activity: ACTIVITY }, (instructor) =>
      context({ instructor }),
    ),
  },
  {
    number: "XAPI-00088",
    says: "a team is a group",
    takes: { group: context({ team: GROUP }) },
    refuses: each({ ...NO_OBJECT, agent: AGENT, activity: ACTIVITY }, (team) => context({ team })),
  },
  {
    number: "XAPI-00089",
    says: "a revision is a text",
    refuses: each(NO_TEXT, (revision) => context({ revision })),
  },
  {
    number: "XAPI-00090",
    says: "a platform is a text",
    refuses: each(NO_TEXT, (platform) => context({ platform })),
  },
  {
    number: "XAPI-00091",
    says: "a language is a tag of RFC 5646",
    takes: { vi: context({ language: "vi" }), "en-US": context({ language: "en-US" }) },
    refuses: each({ ...NO_TEXT, words: "tiếng Việt", long: "englishlanguage" }, (language) =>
      context({ language }),
    ),
  },
  {
    number: "XAPI-00092",
    says: "a statement in the context is a StatementRef",
    takes: { one: context({ statement: REF }) },
    refuses: each(
      { ...NO_OBJECT, "no type": { id: UUID }, "no UUID": { ...REF, id: "x" }, whole: planned() },
      (statement) => context({ statement }),
    ),
  },
  {
    number: "XAPI-00093",
    says: "the keys of contextActivities are parent, grouping, category and other",
    takes: each(
      { parent: "parent", grouping: "grouping", category: "category", other: "other" },
      (key) => context({ contextActivities: { [String(key)]: [ACTIVITY] } }),
    ),
    refuses: each({ sibling: "sibling", Parent: "Parent", empty: "" }, (key) =>
      context({ contextActivities: { [String(key)]: [ACTIVITY] } }),
    ),
  },
  {
    number: "XAPI-00094",
    says: "the values of contextActivities are activities",
    takes: {
      one: context({ contextActivities: { parent: ACTIVITY } }),
      two: context({ contextActivities: { parent: [ACTIVITY, { id: `${SITE}/2` }] } }),
    },
    refuses: each(
      {
        number: 5,
        text: SITE,
        "list of texts": [SITE],
        agent: { objectType: "Agent", ...AGENT },
        "no id": { objectType: "Activity" },
        "no IRI": [{ id: "bai-1" }],
        "a bad definition": { ...ACTIVITY, definition: { name: 5 } },
      },
      (parent) => context({ contextActivities: { parent } }),
    ),
  },
]);

test.for(VERSIONS)(
  "XAPI-00096 a single context activity comes back in a list, also in a SubStatement (%s)",
  async (version) => {
    for (const key of ["parent", "grouping", "category", "other"]) {
      const parts = context({ contextActivities: { [key]: ACTIVITY } });
      const whole = statementWith(parts);
      const plan = planned(parts);
      await stored(version, whole, plan);
      const found = async (statementId: string) => objectOf(await get(version, { statementId }));
      expect(at(await found(whole.id), "context", "contextActivities", key)).toEqual([ACTIVITY]);
      expect(at(await found(plan.id), "object", "context", "contextActivities", key)).toEqual([
        ACTIVITY,
      ]);
    }
  },
);
