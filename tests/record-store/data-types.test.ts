import { expect, test } from "vitest";

import { at, newId, objectOf, type Part, VERSIONS } from "./ask.ts";
import { testRequirements } from "./requirements.ts";
import {
  ACCOUNT,
  ACTIVITY,
  AGENT,
  definedAs,
  get,
  isKept,
  post,
  put,
  SITE,
  statementWith,
  stored,
  UUID,
  VERB,
} from "./statements.ts";

const each = (
  values: readonly unknown[],
  parts: (value: unknown) => Part,
): Readonly<Record<string, Part>> =>
  Object.fromEntries(values.map((value) => [JSON.stringify(value), parts(value)]));

const WRONG_UUIDS = [
  "statement",
  "",
  UUID.slice(1),
  `${UUID}0`,
  `{${UUID}}`,
  `urn:uuid:${UUID}`,
  UUID.replaceAll("-", ""),
  UUID.replace("0192", "g192"),
  ` ${UUID}`,
];
const WRONG_TIMES = [
  "today",
  "2026",
  "2026-11-22T",
  "2026-13-22T03:00:00Z",
  "2026-02-30T03:00:00Z",
  "2026-11-22T25:00:00Z",
  "2026-11-22T03:60:00Z",
  "22/11/2026 03:00",
  "2026-11-22T03:00:00-00:00",
  "2026-11-22T03:00:00-0000",
  "2026-11-22T03:00:00+25:00",
  1_700_000_000,
  {},
];
const EXTENSION = `${SITE}/x`;
const inExtensions = (extensions: unknown, key: string): Part =>
  key === "definition" ? definedAs({ extensions }) : { [key]: { extensions } };
const extended = (cases: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    ["definition", "result", "context"].flatMap((key) =>
      Object.entries(cases).map(([name, value]) => [`${key}: ${name}`, inExtensions(value, key)]),
    ),
  );

testRequirements([
  {
    number: "XAPI-00022",
    says: "a timestamp is a time",
    takes: each(
      [
        "2026-11-22T03:00:00Z",
        "2026-11-22T10:00:00+07:00",
        "2026-11-22T03:00:00.123456789Z",
        "2026-11-22t03:00:00z",
        "2026-11-22t10:00:00.5+07:00",
      ],
      (timestamp) => ({ timestamp }),
    ),
    refuses: each(WRONG_TIMES, (timestamp) => ({ timestamp })),
  },
  {
    number: "XAPI-00023",
    says: "what is sent as stored is a time",
    takes: each(["2026-11-22T03:00:00Z"], (time) => ({ stored: time })),
    refuses: each(WRONG_TIMES, (time) => ({ stored: time })),
    wholeAlone: true,
  },
  {
    number: "XAPI-00024",
    says: "an authority is an agent or a group",
    takes: { agent: { authority: AGENT }, account: { authority: { account: ACCOUNT } } },
    refuses: {
      text: { authority: "my" },
      list: { authority: [AGENT] },
      nobody: { authority: { name: "x" } },
      activity: { authority: { objectType: "Activity", ...ACTIVITY } },
      "an identified group": { authority: { objectType: "Group", ...AGENT } },
    },
    wholeAlone: true,
  },
  {
    number: "XAPI-00027 XAPI-00030",
    says: "an id is a UUID of RFC 4122, in any version and case",
    takes: {
      "version 1": { id: newId().replace(/-7/u, "-1") },
      "version 4": { id: newId().replace(/-7/u, "-4") },
      capitals: { id: newId().toUpperCase() },
    },
    refuses: each(WRONG_UUIDS, (id) => ({ id })),
    wholeAlone: true,
    versions: ["1.0.3"],
  },
  {
    number: "XAPI-00027 XAPI-00030",
    says: "an id is a UUID",
    refuses: each(WRONG_UUIDS, (id) => ({ id })),
    wholeAlone: true,
    versions: ["2.0.0"],
  },
  {
    number: "XAPI-00028",
    says: "an id is a text",
    refuses: each([5, true, {}, [UUID]], (id) => ({ id })),
    wholeAlone: true,
  },
  {
    number: "XAPI-00029",
    says: "a UUID is in its standard form, wherever it stands",
    refuses: {
      ...each(WRONG_UUIDS, (registration) => ({ context: { registration } })),
      ...each(WRONG_UUIDS, (id) => ({ object: { objectType: "StatementRef", id } })),
      ...each(WRONG_UUIDS, (id) => ({
        context: { statement: { objectType: "StatementRef", id } },
      })),
    },
  },
  {
    number: "XAPI-00118",
    says: "the keys of extensions are IRIs",
    takes: extended({
      IRI: { [EXTENSION]: 1 },
      urn: { "urn:x:y": 1 },
      fragment: { [`${EXTENSION}/%c3%A9?a[]=ộ#mục-1`]: 1 },
    }),
    refuses: extended({
      word: { x: 1 },
      "two fragments": { [`${EXTENSION}#a#b`]: 1 },
      "no percent-encoding": { [`${EXTENSION}/%zz`]: 1 },
      "half of one": { [`${EXTENSION}/100%`]: 1 },
      empty: { "": 1 },
      "one of two": { [EXTENSION]: 1, y: 2 },
    }),
  },
  {
    number: "XAPI-00119",
    says: "the values of extensions are anything",
    takes: extended({
      none: {},
      null: { [EXTENSION]: null },
      "an empty text": { [EXTENSION]: "" },
      "an empty object": { [EXTENSION]: {} },
      "an empty list": { [EXTENSION]: [] },
      "all of it": { [EXTENSION]: { a: [null, { b: [1.5, false] }], "": "" } },
    }),
  },
  {
    number: "XAPI-00120",
    says: "extensions are keys and values",
    refuses: extended({ text: EXTENSION, list: [{ [EXTENSION]: 1 }], number: 5, boolean: true }),
  },
  {
    number: "XAPI-00121",
    says: "the keys of a language map are tags of RFC 5646",
    takes: {
      verb: { verb: { ...VERB, display: { "vi-VN": "học", und: "học" } } },
      name: definedAs({ name: { "zh-Hant-TW": "學" } }),
    },
    refuses: {
      verb: { verb: { ...VERB, display: { "vi VN": "học" } } },
      name: definedAs({ name: { "": "học" } }),
      description: definedAs({ description: { vietnamese1: "học" } }),
      component: definedAs({
        interactionType: "choice",
        choices: [{ id: "a", description: { "e-n-g": "a" } }],
      }),
    },
  },
  {
    number: "XAPI-00123",
    says: "a time is a date and a time of ISO 8601, also within a plan",
    refuses: each(WRONG_TIMES, (timestamp) => ({ timestamp })),
  },
  {
    number: "XAPI-00124",
    says: "a duration is in the format of ISO 8601 §4.4.3.2, not in the alternative one",
    takes: each(
      ["PT4H35M59.14S", "P3Y1M29DT4H35M59.14S", "P3Y", "P4W", "PT0S", "PT1,5S", "P0.5Y"],
      (duration) => ({ result: { duration } }),
    ),
    refuses: each(
      ["P", "PT", "P1", "4H", "P1H", "PT1D", "P4W1D", "P0003-06-04T12:30:05", "PT1.5H1S", "-PT1S"],
      (duration) => ({ result: { duration } }),
    ),
  },
  {
    number: "XAPI-00101",
    says: "the version of a statement starts with 1.0.",
    takes: each(["1.0.0", "1.0.3", "1.0.9"], (version) => ({ version })),
    refuses: each(["0.9", "0.9.9", "1.1.0", "2.0.0", "3.0.0", "one", "", 1], (version) => ({
      version,
    })),
    wholeAlone: true,
    versions: ["1.0.3"],
  },
  {
    number: "2.0 §4.2.4.2",
    says: "the version of a statement is one of 1.0.x or 2.0.x",
    takes: each(["2.0.0", "1.0.3"], (version) => ({ version })),
    refuses: each(["0.9", "1.1.0", "2.1.0", "3.0.0", "two", "", 2], (version) => ({ version })),
    wholeAlone: true,
    versions: ["2.0.0"],
  },
  {
    number: "XAPI-00098 XAPI-00100",
    says: "an authority that is a group has two members and no identifier",
    takes: {
      two: {
        authority: {
          objectType: "Group",
          member: [{ account: { homePage: SITE, name: "app" } }, AGENT],
        },
      },
    },
    refuses: {
      one: { authority: { objectType: "Group", member: [AGENT] } },
      three: {
        authority: { objectType: "Group", member: [AGENT, { account: ACCOUNT }, AGENT] },
      },
      none: { authority: { objectType: "Group", member: [] } },
      identified: { authority: { objectType: "Group", ...AGENT, member: [AGENT, AGENT] } },
    },
    wholeAlone: true,
  },
]);

test.for(VERSIONS)(
  "XAPI-00122 times keep at least milliseconds, and the moment that they name (%s)",
  async (version) => {
    for (const timestamp of [
      "2026-11-22T03:00:00.123Z",
      "2026-11-22T03:00:00.123456789Z",
      "2026-11-22T10:00:00.123+07:00",
      "2026-02-28T23:30:00.001-03:30",
    ]) {
      const statement = statementWith({ timestamp });
      await stored(version, statement);
      const back = objectOf(await get(version, { statementId: statement.id }));
      expect(new Date(String(back["timestamp"])).getTime(), timestamp).toBe(
        new Date(timestamp).getTime(),
      );
      expect(String(back["timestamp"]), timestamp).toMatch(/\.\d{3,}/u);
      expect(String(back["stored"])).toMatch(/\.\d{3,}/u);
    }
  },
);

test.for(VERSIONS)(
  "2.0 §4.2.7 a duration finer than 0.01 s is taken, cut at most, and compared without the rest (%s)",
  async (version) => {
    const [long, cut] = ["P1DT12H36M0.12567S", "P1DT12H36M0.12S"];
    const statement = statementWith({ result: { duration: long } });
    await stored(version, statement);
    const back = objectOf(await get(version, { statementId: statement.id }));
    expect([long, cut]).toContain(at(back, "result", "duration"));
    if (version === "1.0.3") return;
    const same = { ...statement, result: { duration: "P1DT12H36M0.129S" } };
    expect((await put(version, same)).status).toBe(204);
    const other = { ...statement, result: { duration: "P1DT12H36M0.13S" } };
    expect((await put(version, other)).status).toBe(409);
  },
);

test.for(VERSIONS)(
  "2.0 §4.2.7 IRIs are compared letter by letter, or after syntax-based normalisation alone (%s)",
  async (version) => {
    const name = newId();
    const statement = statementWith({ object: { id: `${SITE}/${name}` } });
    await stored(version, statement);
    // What 5.3.3 and 5.3.4 of RFC 3987 would take for the same.
    for (const activity of [
      `http://hoc.example/${name}`,
      `${SITE}:443/${name}`,
      `${SITE}/${name}/`,
    ]) {
      expect((await get(version, { activity })).text, activity).not.toContain(statement.id);
    }
  },
);

test.for(VERSIONS)("XAPI-00027 an id is the same in capitals (%s)", async (version) => {
  const statement = statementWith();
  await stored(version, statement);
  expect(await isKept(version, statement.id.toUpperCase())).toBe(true);
  expect((await post(version, { ...statement, id: statement.id.toUpperCase() })).status).toBe(200);
});
