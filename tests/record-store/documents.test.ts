import { randomBytes } from "node:crypto";

import { expect, test } from "vitest";

import { type Answer, listOf, newId, type Version, VERSIONS } from "./ask.ts";
import {
  etagOf,
  idKeyOf,
  type Kind,
  KINDS,
  NEW,
  newPlace,
  onDocument,
  placeOfMany,
  putNew,
} from "./document-kinds.ts";
import { titled } from "./titled.ts";

interface Row {
  readonly kind: Kind;
  readonly version: Version;
  readonly numbers: string;
}

/** One test for each of the three resources and both versions, under its own numbers. */
function forKinds(numbers: Readonly<Record<Kind, string>>, title: (row: Row) => string) {
  const rows = KINDS.flatMap((kind) =>
    VERSIONS.map((version) => ({ kind, version, numbers: numbers[kind] })),
  );
  return titled(rows, title);
}

const statusOf = ({ status }: Answer) => status;
const jsonOf = ({ text }: Answer): unknown => JSON.parse(text);

test.for(
  forKinds(
    {
      state: "XAPI-00190 XAPI-00188 XAPI-00192 XAPI-00217 XAPI-00230",
      "agent profile": "XAPI-00273 XAPI-00274 XAPI-00259 XAPI-00269 XAPI-00282",
      "activity profile": "XAPI-00287 XAPI-00293 XAPI-00290 XAPI-00288 XAPI-00311",
    },
    ({ numbers, kind, version }) =>
      `${numbers} a ${kind} is put with 204 and comes back byte for byte (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  for (const [type, body] of [
    ["application/json", new TextEncoder().encode('{ "b":1,\n"a": [1.0, "é"] }')],
    ["text/plain; charset=utf-8", new TextEncoder().encode("Bài học")],
    ["application/octet-stream", new Uint8Array(randomBytes(50_000))],
    ["image/png", new Uint8Array([0, 255, 0, 13, 10])],
  ] as const) {
    const place = newPlace(kind);
    const headers = { "content-type": type, ...NEW };
    const answer = await onDocument(version, "PUT", kind, place, { headers, body });
    expect([answer.status, answer.text]).toEqual([204, ""]);
    const back = await onDocument(version, "GET", kind, place);
    expect(back.status).toBe(200);
    expect(back.headers.get("content-type")).toBe(type);
    expect(Buffer.from(back.bytes).equals(Buffer.from(body))).toBe(true);
  }
});

test.for(
  forKinds(
    {
      state: "XAPI-00187 XAPI-00191 XAPI-00216",
      "agent profile": "XAPI-00271",
      "activity profile": "XAPI-00285 XAPI-00291",
    },
    ({ numbers, kind, version }) =>
      `${numbers} a ${kind} is deleted with 204, and no other with it (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  const place = newPlace(kind);
  const neighbour = { ...place, [idKeyOf(kind)]: newId() };
  await putNew(version, kind, place, { x: 1 });
  await putNew(version, kind, neighbour, { x: 2 });
  const headers = { "if-match": await etagOf(version, kind, place) };
  const answer = await onDocument(version, "DELETE", kind, place, { headers });
  expect([answer.status, answer.text]).toEqual([204, ""]);
  expect(statusOf(await onDocument(version, "GET", kind, place))).toBe(404);
  expect(statusOf(await onDocument(version, "GET", kind, neighbour))).toBe(200);
});

test.for(
  forKinds(
    {
      state: "XAPI-00189 XAPI-00231 XAPI-00233",
      "agent profile": "XAPI-00272 XAPI-00283 XAPI-00280",
      "activity profile": "XAPI-00286 XAPI-00292 XAPI-00312 XAPI-00310",
    },
    ({ numbers, kind, version }) =>
      `${numbers} a POST of a ${kind} that is not there stores it (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  const place = newPlace(kind);
  const answer = await onDocument(version, "POST", kind, place, { json: { x: "foo" } });
  expect(answer.status).toBe(204);
  expect(jsonOf(await onDocument(version, "GET", kind, place))).toEqual({ x: "foo" });
  const other = newPlace(kind);
  const headers = { "content-type": "text/plain" };
  const text = await onDocument(version, "POST", kind, other, { headers, body: "chữ" });
  expect(text.status).toBe(204);
  expect((await onDocument(version, "GET", kind, other)).text).toBe("chữ");
});

test.for(
  forKinds(
    {
      state: "XAPI-00234 XAPI-00184 XAPI-00183 XAPI-00185 XAPI-00186",
      "agent profile": "XAPI-00279 XAPI-00184 XAPI-00183",
      "activity profile": "XAPI-00308 XAPI-00184 XAPI-00183",
    },
    ({ numbers, kind, version }) =>
      `${numbers} a POST merges the keys at the top of a ${kind}, no deeper (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: "foo", y: { a: 1, b: 2 }, list: [1, 2] });
  const json = { x: "bash", y: { b: 3 }, z: null, list: [] };
  const answer = await onDocument(version, "POST", kind, place, { json });
  expect([answer.status, answer.text]).toEqual([204, ""]);
  const back = await onDocument(version, "GET", kind, place);
  expect(jsonOf(back)).toEqual({ x: "bash", y: { b: 3 }, z: null, list: [] });
  expect(back.headers.get("content-type")).toMatch(/^application\/json/u);
  // Beyond a double: refused, or merged as it is, but never made into something else.
  const vast = await onDocument(version, "POST", kind, place, {
    headers: { "content-type": "application/json" },
    body: '{"vast":1e999}',
  });
  const after = (await onDocument(version, "GET", kind, place)).text;
  expect(vast.status === 400 ? !after.includes("vast") : after.includes("1e999"), after).toBe(true);
  const evil = '{"__proto__":{"admin":true},"constructor":1}';
  const headers = { "content-type": "application/json" };
  await onDocument(version, "POST", kind, place, { headers, body: evil });
  const merged = await onDocument(version, "GET", kind, place);
  expect(Object.keys(Object(jsonOf(merged))).toSorted()).toEqual(
    ["__proto__", "constructor", "list", "x", "y", "z"].toSorted(),
  );
});

test.for(
  forKinds(
    {
      state: "XAPI-00232",
      "agent profile": "XAPI-00278",
      "activity profile": "XAPI-00309",
    },
    ({ numbers, kind, version }) =>
      `${numbers} a POST to a ${kind} where one is no application/json is refused (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  const [json, text] = [newPlace(kind), newPlace(kind)];
  await putNew(version, kind, json, { x: 1 });
  const plain = { "content-type": "text/plain", ...NEW };
  await onDocument(version, "PUT", kind, text, { headers: plain, body: "chữ" });
  const bad = [
    await onDocument(version, "POST", kind, json, {
      headers: { "content-type": "text/plain" },
      body: '{"x":2}',
    }),
    await onDocument(version, "POST", kind, text, { json: { x: 2 } }),
  ];
  for (const answer of bad) expect([answer.status, answer.text !== ""]).toEqual([400, true]);
  expect((await onDocument(version, "GET", kind, json)).text).toBe('{"x":1}');
  expect((await onDocument(version, "GET", kind, text)).text).toBe("chữ");
});

test.for(
  forKinds(
    {
      state: "XAPI-00229 XAPI-00235",
      "agent profile": "XAPI-00281 XAPI-00284",
      "activity profile": "XAPI-00313 XAPI-00314",
    },
    ({ numbers, kind, version }) =>
      `${numbers} a POST to a ${kind} where one is no JSON object is refused (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  const headers = { "content-type": "application/json" };
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  for (const body of ['{"x":', "{x:2}", "[1]", '"text"', "5", "null", ""]) {
    const answer = await onDocument(version, "POST", kind, place, { headers, body });
    expect([answer.status, answer.text !== ""], body).toEqual([400, true]);
  }
  expect((await onDocument(version, "GET", kind, place)).text).toBe('{"x":1}');
  const list = newPlace(kind);
  await putNew(version, kind, list, [1, 2]);
  expect(statusOf(await onDocument(version, "POST", kind, list, { json: { x: 1 } }))).toBe(400);
  expect((await onDocument(version, "GET", kind, list)).text).toBe("[1,2]");
  const fresh = newPlace(kind);
  const broken = await onDocument(version, "POST", kind, fresh, { headers, body: '{"x":' });
  expect(broken.status).toBe(400);
  expect(statusOf(await onDocument(version, "GET", kind, fresh))).toBe(404);
});

test.for(
  forKinds(
    {
      state: "XAPI-00193",
      "agent profile": "XAPI-00270 XAPI-00259",
      "activity profile": "XAPI-00289",
    },
    ({ numbers, kind, version }) =>
      `${numbers} without its id, a GET lists the ids of each ${kind} there (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  const place = newPlace(kind);
  const many = placeOfMany(kind, place);
  expect(listOf(await onDocument(version, "GET", kind, many))).toEqual([]);
  const ids = ["b", "a", "ý nghĩa", "https://hoc.example/x?y=1&z"].map((id) => `${id}${newId()}`);
  for (const id of ids) await putNew(version, kind, { ...place, [idKeyOf(kind)]: id }, { id });
  const answer = await onDocument(version, "GET", kind, many);
  expect(answer.status).toBe(200);
  expect(listOf(answer).toSorted()).toEqual(ids.toSorted());
});

test.for(
  forKinds(
    {
      state: "XAPI-00195 XAPI-00221 XAPI-00222 XAPI-00141",
      "agent profile": "XAPI-00275 XAPI-00268",
      "activity profile": "XAPI-00294 XAPI-00303",
    },
    ({ numbers, kind, version }) =>
      `${numbers} since lists each ${kind} that was changed after it (${version})`,
  ),
)("%s", async ([, row]) => {
  const { kind, version } = row;
  const place = newPlace(kind);
  const many = placeOfMany(kind, place);
  const [old, changed, young] = [newId(), newId(), newId()];
  const at = (id: string) => ({ ...place, [idKeyOf(kind)]: id });
  await putNew(version, kind, at(old), {});
  await putNew(version, kind, at(changed), {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  const since = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await putNew(version, kind, at(young), {});
  await onDocument(version, "POST", kind, at(changed), { json: { x: 1 } });
  const answer = await onDocument(version, "GET", kind, { ...many, since });
  expect([answer.status, listOf(answer).toSorted()]).toEqual([200, [changed, young].toSorted()]);
  const never = await onDocument(version, "GET", kind, { ...many, since: "2999-01-01T00:00:00Z" });
  expect(listOf(never)).toEqual([]);
});

test.for(VERSIONS)(
  "XAPI-00194 without stateId, a DELETE takes each state there, and no other (%s)",
  async (version) => {
    const place = newPlace("state");
    const registration = newId();
    const [one, two] = [
      { ...place, stateId: "1" },
      { ...place, stateId: "2" },
    ];
    const registered = { ...place, stateId: "3", registration };
    const elsewhere = newPlace("state");
    for (const where of [one, two, registered, elsewhere]) {
      await putNew(version, "state", where, { x: 1 });
    }
    const many = placeOfMany("state", place);
    const within = { ...many, registration };
    expect(statusOf(await onDocument(version, "DELETE", "state", within))).toBe(204);
    expect(statusOf(await onDocument(version, "GET", "state", registered))).toBe(404);
    expect(statusOf(await onDocument(version, "GET", "state", one))).toBe(200);
    expect(statusOf(await onDocument(version, "DELETE", "state", many))).toBe(204);
    expect(listOf(await onDocument(version, "GET", "state", many))).toEqual([]);
    expect(statusOf(await onDocument(version, "GET", "state", elsewhere))).toBe(200);
  },
);

test.for(VERSIONS)(
  "XAPI-00218 XAPI-00219 XAPI-00220 XAPI-00227 a state of a registration is another one (%s)",
  async (version) => {
    const place = newPlace("state");
    const registration = newId();
    const registered = { ...place, registration };
    await putNew(version, "state", registered, { x: "registered" });
    expect(statusOf(await onDocument(version, "GET", "state", registered))).toBe(200);
    await onDocument(version, "POST", "state", registered, { json: { y: 1 } });
    await onDocument(version, "POST", "state", { ...place, registration: newId() }, { json: {} });
    const back = await onDocument(version, "GET", "state", registered);
    expect(jsonOf(back)).toEqual({ x: "registered", y: 1 });
    const ids = await onDocument(version, "GET", "state", placeOfMany("state", registered));
    expect(listOf(ids)).toEqual([place["stateId"]]);
    const upper = { ...place, registration: registration.toUpperCase() };
    expect(statusOf(await onDocument(version, "DELETE", "state", upper))).toBe(204);
    expect(statusOf(await onDocument(version, "GET", "state", registered))).toBe(404);
  },
);
