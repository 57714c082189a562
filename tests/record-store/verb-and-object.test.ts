import { newId, type Part } from "./ask.ts";
import { testRequirements } from "./requirements.ts";
import { ACTIVITY, AGENT, definedAs, GROUP, REF, SITE, UUID, VERB, VOIDED } from "./statements.ts";

const WRONG_MAPS = {
  "a text": "học",
  "a number": 5,
  "a list": ["học"],
  "a number in it": { vi: 5 },
  "an object in it": { vi: { text: "học" } },
  "no language": { "tiếng Việt": "học" },
};
const COMPONENTS = [{ id: "a", description: { vi: "Một" } }, { id: "b" }];
const LISTS = {
  "XAPI-00051": ["steps", "performance"],
  "XAPI-00052": ["target", "matching"],
  "XAPI-00053": ["source", "matching"],
  "XAPI-00054": ["scale", "likert"],
  "XAPI-00055": ["choices", "choice"],
} as const;
const TYPES = [
  "true-false",
  "choice",
  "fill-in",
  "long-fill-in",
  "matching",
  "performance",
  "sequencing",
  "likert",
  "numeric",
  "other",
];

const forEach = <Value>(
  values: Readonly<Record<string, Value>>,
  parts: (value: Value) => Part,
): Readonly<Record<string, Part>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, parts(value)]));

const inEachList = (cases: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.values(LISTS).flatMap(([list, interactionType]) =>
      Object.entries(cases).map(([name, components]) => [
        `${list}: ${name}`,
        definedAs({ interactionType, [list]: components }),
      ]),
    ),
  );

testRequirements([
  {
    number: "XAPI-00044",
    says: "a verb has an id, an IRI",
    takes: { "a word of its own": { verb: { id: "urn:hoc:doc" } } },
    refuses: {
      none: { verb: { display: { vi: "học" } } },
      "no scheme": { verb: { id: "tried" } },
      "a number": { verb: { id: 5 } },
      "an object": { verb: { id: {} } },
      "with a space": { verb: { id: "https://hoc.example/a b" } },
    },
  },
  {
    number: "XAPI-00045",
    says: "a verb's display is a language map",
    takes: {
      empty: { verb: { ...VERB, display: {} } },
      two: { verb: { ...VERB, display: { vi: "học", "en-US": "tried" } } },
    },
    refuses: forEach<unknown>(WRONG_MAPS, (display) => ({ verb: { ...VERB, display } })),
  },
  {
    number: "XAPI-00046",
    says: "an object is an Activity, an Agent, a Group or a StatementRef",
    takes: {
      "an activity by default": { object: ACTIVITY },
      "an activity": { object: { objectType: "Activity", ...ACTIVITY } },
      "an agent": { object: { objectType: "Agent", ...AGENT } },
      "a group": { object: GROUP },
      "a statement": { object: REF },
    },
    refuses: {
      "a verb": { object: { objectType: "Verb", ...ACTIVITY } },
      "a number": { object: { objectType: 5, ...ACTIVITY } },
      "an empty type": { object: { objectType: "", ...ACTIVITY } },
    },
  },
  {
    number: "XAPI-00047",
    says: "an activity has an id, an IRI",
    refuses: {
      none: { object: { definition: {} } },
      "none but a type": { object: { objectType: "Activity" } },
      "no scheme": { object: { id: "bai-1" } },
      "a number": { object: { id: 5 } },
      "a UUID": { object: { id: UUID } },
    },
  },
  {
    number: "XAPI-00048",
    says: "a definition is an object",
    takes: { empty: definedAs({}) },
    refuses: forEach<unknown>({ text: "x", list: [], number: 5, boolean: true }, definedAs),
  },
  {
    number: "XAPI-00049",
    says: "an interactionType is one of ten words",
    takes: forEach(Object.fromEntries(TYPES.map((type) => [type, type])), (interactionType) =>
      definedAs({ interactionType, correctResponsesPattern: ["a"] }),
    ),
    refuses: forEach<unknown>(
      { "another word": "essay", empty: "", number: 5, object: {}, IRI: SITE },
      (interactionType) => definedAs({ interactionType }),
    ),
  },
  {
    number: "XAPI-00050",
    says: "a correctResponsesPattern is a list of texts",
    takes: { empty: definedAs({ interactionType: "choice", correctResponsesPattern: [] }) },
    refuses: forEach<unknown>(
      { text: "a", numbers: [1], object: { a: "a" }, lists: [["a"]] },
      (correctResponsesPattern) =>
        definedAs({ interactionType: "choice", correctResponsesPattern }),
    ),
  },
  ...Object.entries(LISTS).map(([number, [list, interactionType]]) => ({
    number,
    says: `${list} are a list of interaction components`,
    takes: {
      two: definedAs({ interactionType, [list]: COMPONENTS }),
      none: definedAs({ interactionType, [list]: [] }),
    },
    refuses: forEach<unknown>(
      { text: "a", object: { id: "a" }, texts: ["a"], number: 5 },
      (components) => definedAs({ interactionType, [list]: components }),
    ),
  })),
  {
    number: "XAPI-00056",
    says: "an activity's name is a language map",
    takes: { one: definedAs({ name: { vi: "Bài một" } }) },
    refuses: forEach<unknown>(WRONG_MAPS, (name) => definedAs({ name })),
  },
  {
    number: "XAPI-00057",
    says: "an activity's extensions are an object",
    takes: { empty: definedAs({ extensions: {} }) },
    refuses: forEach<unknown>({ text: "x", list: [], number: 1 }, (extensions) =>
      definedAs({ extensions }),
    ),
  },
  {
    number: "XAPI-00058",
    says: "a component has an id, a text that no other of its list has",
    refuses: inEachList({
      "no id": [{ description: { vi: "Một" } }],
      twice: [{ id: "a" }, { id: "a" }],
      "a number": [{ id: 5 }],
      "an object": [{ id: {} }],
    }),
  },
  {
    number: "XAPI-00059",
    says: "an activity's description is a language map",
    takes: { one: definedAs({ description: { vi: "Học đọc" } }) },
    refuses: forEach<unknown>(WRONG_MAPS, (description) => definedAs({ description })),
  },
  {
    number: "XAPI-00060",
    says: "an activity's type is an IRI",
    takes: { one: definedAs({ type: `${SITE}/lesson` }) },
    refuses: forEach<unknown>({ word: "lesson", number: 5, object: {} }, (type) =>
      definedAs({ type }),
    ),
  },
  {
    number: "XAPI-00061",
    says: "moreInfo is an IRL",
    takes: { one: definedAs({ moreInfo: `${SITE}/bai/1` }) },
    refuses: forEach<unknown>({ word: "lesson", number: 5, object: {} }, (moreInfo) =>
      definedAs({ moreInfo }),
    ),
  },
  {
    number: "XAPI-00062",
    says: "a component's description is a language map",
    refuses: inEachList(
      Object.fromEntries(
        Object.entries(WRONG_MAPS).map(([name, description]) => [name, [{ id: "a", description }]]),
      ),
    ),
  },
  {
    number: "XAPI-00063",
    says: "a component is an object with an id and a description alone",
    refuses: inEachList({ list: [["a"]], number: [1], more: [{ id: "a", name: "x" }] }),
  },
  {
    number: "XAPI-00064",
    says: "what belongs to interactions stands beside an interactionType",
    refuses: {
      correctResponsesPattern: definedAs({ correctResponsesPattern: ["a"] }),
      ...forEach(Object.fromEntries(Object.values(LISTS).map(([list]) => [list, list])), (list) =>
        definedAs({ [list]: COMPONENTS }),
      ),
    },
  },
  {
    number: "XAPI-00072",
    says: "a StatementRef has the UUID of a statement",
    refuses: {
      none: { object: { objectType: "StatementRef" } },
      text: { object: { ...REF, id: "statement" } },
      IRI: { object: { ...REF, id: SITE } },
      number: { object: { ...REF, id: 5 } },
    },
  },
  {
    number: "XAPI-00073",
    says: "a StatementRef says its type",
    refuses: {
      "no type": { object: { id: UUID } },
      "another type": { object: { objectType: "Activity", id: UUID } },
    },
  },
  {
    number: "XAPI-00017 XAPI-00020",
    says: "a voiding statement has a StatementRef as its object",
    takes: { reference: { verb: VOIDED, object: { ...REF, id: newId() } } },
    refuses: {
      activity: { verb: VOIDED },
      agent: { verb: VOIDED, object: { objectType: "Agent", ...AGENT } },
      group: { verb: VOIDED, object: GROUP },
      "no type": { verb: VOIDED, object: { id: UUID } },
    },
  },
]);
