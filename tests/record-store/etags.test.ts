import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { type Answer, type Method, type Version, VERSIONS } from "./ask.ts";
import {
  etagOf,
  type Kind,
  KINDS,
  NEW,
  newPlace,
  onDocument,
  placeOfMany,
  putNew,
} from "./document-kinds.ts";
import { titled } from "./titled.ts";

const ROWS = KINDS.flatMap((kind) => VERSIONS.map((version) => ({ kind, version })));
const OTHER_ETAG = `"${"0".repeat(40)}"`;

/** What is there afterwards. */
async function kept(version: Version, kind: Kind, place: Readonly<Record<string, unknown>>) {
  const { status, text } = await onDocument(version, "GET", kind, place);
  return status === 200 ? text : status;
}

const refusal = ({ status, text }: Answer) => [status, text !== ""];

test.for(
  titled(
    ROWS,
    ({ kind, version }) =>
      `XAPI-00322 a GET of a ${kind} has an ETag in quotes, which changes with it (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  const first = await etagOf(version, kind, place);
  expect(first).toMatch(/^"[^"]+"$/u);
  expect(await etagOf(version, kind, place)).toBe(first);
  const head = await onDocument(version, "HEAD", kind, place);
  expect(head.headers.get("etag")).toBe(first);
  await onDocument(version, "POST", kind, place, { json: { x: 2 } });
  expect(await etagOf(version, kind, place)).not.toBe(first);
});

test.for(KINDS)(
  "1.0.3 Communication 3.1 the ETag of a %s is the SHA-1 of what comes, in small hex",
  async (kind) => {
    const place = newPlace(kind);
    await putNew("1.0.3", kind, place, { x: "é" });
    const answer = await onDocument("1.0.3", "GET", kind, place);
    const digest = createHash("sha1").update(answer.bytes).digest("hex");
    expect(answer.headers.get("etag")).toBe(`"${digest}"`);
  },
);

test.for(
  titled(
    ROWS,
    ({ kind, version }) =>
      `XAPI-00322 a PUT of a ${kind} with the right If-Match changes it, with a wrong one 412 (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  const etag = await etagOf(version, kind, place);
  const put = (match: string, x: number) =>
    onDocument(version, "PUT", kind, place, { json: { x }, headers: { "if-match": match } });
  expect(refusal(await put(OTHER_ETAG, 2))).toEqual([412, true]);
  expect(await kept(version, kind, place)).toBe('{"x":1}');
  expect((await put(etag, 3)).status).toBe(204);
  expect(refusal(await put(etag, 4))).toEqual([412, true]);
  expect(await kept(version, kind, place)).toBe('{"x":3}');
  const [a, b] = [OTHER_ETAG, await etagOf(version, kind, place)];
  expect((await put(`${a}, ${b}`, 5)).status).toBe(204);
  expect((await put("*", 6)).status).toBe(204);
  expect(await kept(version, kind, place)).toBe('{"x":6}');
  const nowhere = newPlace(kind);
  const headers = { "if-match": "*" };
  const none = await onDocument(version, "PUT", kind, nowhere, { json: {}, headers });
  expect(none.status).toBe(412);
  expect(await kept(version, kind, nowhere)).toBe(404);
});

test.for(
  titled(
    ROWS,
    ({ kind, version }) =>
      `RFC 9110 §13.1.2 who has a ${kind} already is told so without its content, by GET and HEAD (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  const etag = await etagOf(version, kind, place);
  const read = (method: Method, header: "if-none-match" | "if-match", tag: string) =>
    onDocument(version, method, kind, place, { headers: { [header]: tag } });
  for (const tag of [etag, `W/${etag}`, `${OTHER_ETAG}, ${etag}`, "*"]) {
    for (const method of ["GET", "HEAD"] as const) {
      const answer = await read(method, "if-none-match", tag);
      expect([answer.status, answer.text, answer.headers.get("etag")]).toEqual([304, "", etag]);
    }
  }
  expect((await read("GET", "if-none-match", OTHER_ETAG)).text).toBe('{"x":1}');
  expect((await read("GET", "if-match", etag)).status).toBe(200);
  expect((await read("GET", "if-match", OTHER_ETAG)).status).toBe(412);
});

test.for(
  titled(
    ROWS,
    ({ kind, version }) =>
      `RFC 9110 §13.1.1 a weak tag is no If-Match for a ${kind}, whichever method (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  const headers = { "if-match": `W/${await etagOf(version, kind, place)}` };
  for (const method of ["PUT", "POST", "DELETE", "GET"] as const) {
    const json = method === "PUT" || method === "POST" ? { json: { x: 2 } } : {};
    const answer = await onDocument(version, method, kind, place, { headers, ...json });
    expect(refusal(answer), method).toEqual([412, true]);
  }
  expect(await kept(version, kind, place)).toBe('{"x":1}');
});

test.for(
  titled(
    ROWS,
    ({ kind, version }) =>
      `XAPI-00322 a PUT of a ${kind} with If-None-Match: * is for a new one alone (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  const put = (x: number) => onDocument(version, "PUT", kind, place, { json: { x }, headers: NEW });
  expect((await put(1)).status).toBe(204);
  expect(refusal(await put(2))).toEqual([412, true]);
  expect(await kept(version, kind, place)).toBe('{"x":1}');
});

const GUARDED = ROWS.filter(({ kind, version }) => kind !== "state" || version === "2.0.0");

test.for(
  titled(
    GUARDED,
    ({ kind, version }) =>
      `2.0 §4.1.4 a PUT over a ${kind} with neither header is a conflict that says what to do (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  const answer = await onDocument(version, "PUT", kind, place, { json: { x: 2 } });
  expect(answer.status).toBe(409);
  expect(answer.text).toMatch(/If-Match/u);
  expect(await kept(version, kind, place)).toBe('{"x":1}');
});

test("1.0.3 Communication 3.1 a state may be put over without a header", async () => {
  const place = newPlace("state");
  for (const x of [1, 2]) {
    const answer = await onDocument("1.0.3", "PUT", "state", place, { json: { x } });
    expect(answer.status).toBe(204);
  }
  expect(await kept("1.0.3", "state", place)).toBe('{"x":2}');
});

test.for(
  titled(
    ROWS,
    ({ kind, version }) => `2.0 §4.1.4 POST and DELETE of a ${kind} heed If-Match (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  const etag = await etagOf(version, kind, place);
  const send = (method: Method, match: string) =>
    onDocument(version, method, kind, place, {
      headers: { "if-match": match },
      ...(method === "POST" ? { json: { y: 2 } } : {}),
    });
  expect(refusal(await send("POST", OTHER_ETAG))).toEqual([412, true]);
  expect(refusal(await send("DELETE", OTHER_ETAG))).toEqual([412, true]);
  expect(await kept(version, kind, place)).toBe('{"x":1}');
  expect((await send("POST", etag)).status).toBe(204);
  expect((await send("DELETE", etag)).status).toBe(412);
  expect((await send("DELETE", await etagOf(version, kind, place))).status).toBe(204);
  expect(await kept(version, kind, place)).toBe(404);
});

test.for(
  titled(
    ROWS,
    ({ kind, version }) =>
      `1.0.3 Communication 3.1 a POST of a ${kind} with If-None-Match: * is for a new one alone (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  const send = () => onDocument(version, "POST", kind, place, { json: { x: 1 }, headers: NEW });
  expect((await send()).status).toBe(204);
  expect(refusal(await send())).toEqual([412, true]);
});

test.for(
  titled(
    ROWS,
    ({ kind, version }) =>
      `2.0 §4.1.6 a ${kind} says when it was last modified, and moves it with each change (${version})`,
  ),
)("%s", async ([, { kind, version }]) => {
  const place = newPlace(kind);
  await putNew(version, kind, place, { x: 1 });
  const modified = async () => {
    const { headers } = await onDocument(version, "GET", kind, place);
    return new Date(headers.get("last-modified") ?? "").getTime();
  };
  const first = await modified();
  expect(first).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await onDocument(version, "POST", kind, place, { json: { y: 2 } });
  expect(await modified()).toBeGreaterThan(first);
});

test("2.0 §4.1.4 a DELETE of many states needs no ETag", async () => {
  const place = newPlace("state");
  await putNew("2.0.0", "state", place, { x: 1 });
  const many = placeOfMany("state", place);
  expect((await onDocument("2.0.0", "DELETE", "state", many)).status).toBe(204);
});
