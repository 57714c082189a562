import { expect, test } from "vitest";

import { type Method, type Part, VERSIONS } from "./ask.ts";
import { type Kind, NEW, newPlace, onDocument, type Query, without } from "./document-kinds.ts";
import { titled } from "./titled.ts";

const METHODS = ["PUT", "POST", "GET", "DELETE"] as const;

type Numbers = Partial<Record<Method, string>>;

/** Which parameter is missed, by whom and which method; with the number for each method. */
const MISSING: readonly (readonly [Kind, string, Numbers])[] = [
  [
    "state",
    "activityId",
    { PUT: "XAPI-00210", POST: "XAPI-00209", GET: "XAPI-00208", DELETE: "XAPI-00207" },
  ],
  [
    "state",
    "agent",
    { PUT: "XAPI-00215", POST: "XAPI-00214", GET: "XAPI-00213", DELETE: "XAPI-00212" },
  ],
  ["state", "stateId", { PUT: "XAPI-00206", POST: "XAPI-00211" }],
  [
    "agent profile",
    "agent",
    { PUT: "XAPI-00264", POST: "XAPI-00263", GET: "XAPI-00261", DELETE: "XAPI-00262" },
  ],
  ["agent profile", "profileId", { PUT: "XAPI-00267", POST: "XAPI-00266", DELETE: "XAPI-00265" }],
  [
    "activity profile",
    "activityId",
    { PUT: "XAPI-00299", POST: "XAPI-00298", GET: "XAPI-00296", DELETE: "XAPI-00297" },
  ],
  [
    "activity profile",
    "profileId",
    { PUT: "XAPI-00302", POST: "XAPI-00301", DELETE: "XAPI-00300" },
  ],
];

const WRONG_AGENTS: readonly string[] = [
  "my",
  "{",
  "",
  "null",
  "[]",
  "{}",
  '"mailto:my@ban-pho.example"',
  '{"name":"My"}',
  '{"mbox":"my@ban-pho.example"}',
  '{"mbox":"mailto:my@ban-pho.example","openid":"https://my.example/"}',
  '{"mbox":"mailto:my@ban-pho.example","age":30}',
];
const WRONG_UUIDS = ["", "class", "0192f0a4", "{0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10}"];
const WRONG_TIMES = ["", "yesterday", "2026-13-01T00:00:00Z", "5"];
const WRONG_IRIS = ["", "bai-1", "hoc.example/bai-1"];

/** Values that a parameter must not have. */
const WRONG: readonly (readonly [Kind, string, readonly string[], Numbers])[] = [
  [
    "state",
    "agent",
    WRONG_AGENTS,
    { PUT: "XAPI-00199", POST: "XAPI-00198", GET: "XAPI-00197", DELETE: "XAPI-00196" },
  ],
  [
    "state",
    "registration",
    WRONG_UUIDS,
    { PUT: "XAPI-00203", POST: "XAPI-00202", GET: "XAPI-00201", DELETE: "XAPI-00200" },
  ],
  [
    "state",
    "activityId",
    WRONG_IRIS,
    { PUT: "XAPI-00012", POST: "XAPI-00012", GET: "XAPI-00012", DELETE: "XAPI-00012" },
  ],
  ["state", "since", WRONG_TIMES, { GET: "XAPI-00204" }],
  [
    "agent profile",
    "agent",
    WRONG_AGENTS,
    { PUT: "XAPI-00257", POST: "XAPI-00256", GET: "XAPI-00258", DELETE: "XAPI-00255" },
  ],
  ["agent profile", "since", WRONG_TIMES, { GET: "XAPI-00260" }],
  ["activity profile", "since", WRONG_TIMES, { GET: "XAPI-00295" }],
  [
    "activity profile",
    "activityId",
    WRONG_IRIS,
    { PUT: "XAPI-00012", POST: "XAPI-00012", GET: "XAPI-00012", DELETE: "XAPI-00012" },
  ],
];

/** A GET with `since` is one of many documents. */
const placeWith = (kind: Kind, name: string): Query =>
  name === "since" ? without(without(newPlace(kind), "stateId"), "profileId") : newPlace(kind);

const bodyOf = (method: Method): Part =>
  method === "PUT" || method === "POST" ? { json: { x: 1 } } : {};

/** A row for each method that has a number, and each version. */
const rowsOf = <Row>(rows: readonly Row[], numbersOf: (row: Row) => Numbers) =>
  rows.flatMap((row) =>
    METHODS.flatMap((method) => {
      const number = numbersOf(row)[method];
      return number === undefined
        ? []
        : VERSIONS.map((version) => ({ row, method, number, version }));
    }),
  );

test.for(
  titled(
    rowsOf(MISSING, ([, , numbers]) => numbers).map(({ row: [kind, name], ...rest }) => ({
      ...rest,
      kind,
      name,
    })),
    ({ number, method, kind, name, version }) =>
      `${number} a ${method} of a ${kind} without ${name} is refused (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, name, method, version } = row;
  const query = without(newPlace(kind), name);
  const answer = await onDocument(version, method, kind, query, bodyOf(method));
  expect([answer.status, answer.text !== ""]).toEqual([400, true]);
});

test.for(
  titled(
    rowsOf(WRONG, ([, , , numbers]) => numbers).map(({ row: [kind, name, values], ...rest }) => ({
      ...rest,
      kind,
      name,
      values,
    })),
    ({ number, method, kind, name, version }) =>
      `${number} a ${method} of a ${kind} with a wrong ${name} is refused (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, name, values, method, version } = row;
  for (const value of values) {
    const query = { ...placeWith(kind, name), [name]: value };
    const answer = await onDocument(version, method, kind, query, bodyOf(method));
    expect([answer.status, answer.text !== ""], value).toEqual([400, true]);
  }
});

/** Any text is an id of a document: that it must be a text says that it is taken as one. */
const ANY_TEXT: readonly (readonly [Kind, string, Numbers])[] = [
  [
    "state",
    "stateId",
    { PUT: "XAPI-00228", POST: "XAPI-00226", GET: "XAPI-00225", DELETE: "XAPI-00224" },
  ],
  [
    "agent profile",
    "profileId",
    { PUT: "XAPI-00277", POST: "XAPI-00276", GET: "XAPI-00269", DELETE: "XAPI-00271" },
  ],
  [
    "activity profile",
    "profileId",
    { PUT: "XAPI-00307", POST: "XAPI-00306", GET: "XAPI-00288", DELETE: "XAPI-00305" },
  ],
];

test.for(
  titled(
    rowsOf(ANY_TEXT, ([, , numbers]) => numbers).map(({ row: [kind, name], ...rest }) => ({
      ...rest,
      kind,
      name,
    })),
    ({ number, method, kind, name, version }) =>
      `${number} a ${method} of a ${kind} takes any text as ${name} (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, name, method, version } = row;
  const texts = ["1", "true", '{"x":1}', "[1]", "null", " ", "../../etc", "Bài 1%&=?#", "A", "a"];
  for (const text of texts) {
    const query = { ...newPlace(kind), [name]: text };
    const put = await onDocument(version, "PUT", kind, query, { json: { text }, headers: NEW });
    expect(put.status, text).toBe(204);
    if (method === "PUT") continue;
    const headers = { "if-match": "*" };
    const answer = await onDocument(version, method, kind, query, { ...bodyOf(method), headers });
    expect(answer.status, text).toBe(method === "GET" ? 200 : 204);
  }
});

test.for(VERSIONS)("XAPI-00205 a DELETE of many states knows no since (%s)", async (version) => {
  const place = newPlace("state");
  await onDocument(version, "PUT", "state", place, { json: { x: 1 }, headers: NEW });
  for (const since of ["yesterday", "2001-01-01T00:00:00Z"]) {
    const many = { ...without(place, "stateId"), since };
    expect((await onDocument(version, "DELETE", "state", many)).status, since).toBe(400);
  }
  expect((await onDocument(version, "GET", "state", place)).status).toBe(200);
});

test.for(VERSIONS)(
  "XAPI-00324 XAPI-00304 a parameter that a document does not have is refused (%s)",
  async (version) => {
    const agent = { account: { homePage: "https://hoc.example", name: "my" } };
    for (const [kind, extra] of [
      ["state", { profileId: "x" }],
      ["state", { x: "1" }],
      ["agent profile", { activityId: "https://hoc.example/1" }],
      ["agent profile", { stateId: "x" }],
      ["activity profile", { agent }],
      ["activity profile", { registration: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10" }],
    ] as const) {
      for (const method of METHODS) {
        const query = { ...newPlace(kind), ...extra };
        const answer = await onDocument(version, method, kind, query, bodyOf(method));
        expect(answer.status, `${method} ${kind}`).toBe(400);
      }
    }
  },
);
