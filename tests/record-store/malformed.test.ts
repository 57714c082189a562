import { expect, test } from "vitest";

import { ask, authorization, newId, queryText, VERSIONS } from "./ask.ts";
import { newPlace, pathOf, placeOfMany } from "./document-kinds.ts";
import { keptRows } from "./kept-rows.ts";
import { requestBytes, sendRaw } from "./raw-http.ts";
import { AGENT, SITE, statementWith, VERB } from "./statements.ts";

const JSON_TYPE = { "content-type": "application/json" };
const MEBIBYTE = 1024 * 1024;

/** A statement with something raw where its response would be. */
const around = (raw: string): string =>
  JSON.stringify(statementWith({ result: { response: "@" } })).replace('"@"', raw);
const inExtension = (raw: string): string =>
  JSON.stringify(statementWith({ result: { extensions: { [`${SITE}/x`]: "@" } } })).replace(
    '"@"',
    raw,
  );
const encoded = (text: string) => new TextEncoder().encode(text);

/** Bytes in the place of the one text "@". */
function withBytes(text: string, bytes: readonly number[]): Uint8Array<ArrayBuffer> {
  const at = text.indexOf("@@");
  return new Uint8Array([...encoded(text.slice(0, at)), ...bytes, ...encoded(text.slice(at + 2))]);
}

const named = JSON.stringify(statementWith({ result: { response: "@@" } }));
const twice = (json: string, key: string): string => {
  const start = json.indexOf(`"${key}":`);
  return `${json.slice(0, start)}"${key}":1,${json.slice(start)}`;
};
const rich = JSON.stringify(
  statementWith({
    actor: { objectType: "Group", member: [{ ...AGENT, name: "My" }] },
    verb: { ...VERB, display: { vi: "học" } },
    object: { id: `${SITE}/1`, definition: { name: { en: "One" }, type: `${SITE}/lesson` } },
    result: { score: { raw: 1 }, extensions: { [`${SITE}/x`]: { deep: [{ deeper: 1 }] } } },
    context: { platform: "x", contextActivities: { parent: [{ id: `${SITE}/p` }] } },
  }),
);

const BODIES: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  "a byte that no UTF-8 has": withBytes(named, [0xff]),
  "a cut sequence of UTF-8": withBytes(named, [0xe1, 0xba]),
  "an overlong sequence of UTF-8": withBytes(named, [0xc0, 0xaf]),
  "a surrogate encoded as UTF-8": withBytes(named, [0xed, 0xa0, 0x80]),
  "beyond the last character of Unicode": withBytes(named, [0xf5, 0x80, 0x80, 0x80]),
  "UTF-16": new Uint8Array(Buffer.from(named, "utf16le")),
  "a byte order mark": `\uFEFF${named}`,
  "Latin-1": new Uint8Array(Buffer.from(named.replace("@@", "h\u00f3c"), "latin1")),
  "cut JSON": named.slice(0, -5),
  "nothing": "",
  "white space": " \n",
  "two values": `${named}${named}`,
  "a trailing comma": named.replace(/\}$/u, ",}"),
  comments: `/* x */${named}`,
  "single quotes": named.replaceAll('"', "'"),
  "a raw line break in a text": around('"a\nb"'),
  "a raw zero character": around('"a\u0000b"'),
  "an escaped zero character": around(String.raw`"a\u0000b"`),
  "an escaped zero character in an extension": inExtension(String.raw`"a\u0000b"`),
  "an escaped zero character in a key": inExtension(String.raw`{"a\u0000b":1}`),
  "half of a surrogate pair": around(String.raw`"a\ud83d"`),
  "the other half": around(String.raw`"\ude00a"`),
  "both halves in the wrong order": around(String.raw`"\ude00\ud83d"`),
  "half of a surrogate pair in an extension's key": inExtension(String.raw`{"\ud83d":1}`),
  "a number beyond a double": inExtension("1e999"),
  "a number below a double": inExtension("-1e999"),
  "a number with a leading zero": inExtension("01"),
  "a number that is hexadecimal": inExtension("0x10"),
  "no number": inExtension("NaN"),
  infinite: inExtension("Infinity"),
  "a hundred thousand lists": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  "a hundred thousand objects": `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  "a hundred thousand lists in an extension": inExtension(
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  ),
  "a thousand lists, never closed": "[".repeat(1000),
  ...Object.fromEntries(
    ["id", "actor", "member", "mbox", "verb", "vi", "definition", "en", "raw", "deeper", "parent"].map(
      (key) => [`the key ${key} twice`, twice(rich, key)],
    ),
  ),
  "a key twice, once escaped": rich.replace('"actor":', String.raw`"\u0061ctor":1,"actor":`),
  "an escape that is none": around(String.raw`"\x41"`),
  "a prototype": rich.replace("{", '{"__proto__":{"x":1},'),
  "a list of nothing but null": "[null]",
};

test.for(VERSIONS)("a malformed body is a 4xx that says why, and nothing is kept (%s)", async (version) => {
  const before = await keptRows();
  const wrong: string[] = [];
  for (const [name, body] of Object.entries(BODIES)) {
    const sendings = [
      await ask("POST", "/statements", { version, body, headers: JSON_TYPE }),
      await ask("PUT", "/statements", {
        version,
        body,
        headers: JSON_TYPE,
        query: { statementId: newId() },
      }),
    ];
    for (const { status, text } of sendings) {
      if (status < 400 || status >= 500) wrong.push(`${name}: ${status}`);
      else if (text.trim().length < 5) wrong.push(`${name}: ${status} without a word`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await keptRows()).toEqual(before);
});

test("a text of 10 MB is kept or refused as too large, never a fault", async () => {
  const before = await keptRows();
  const long = "x".repeat(10 * MEBIBYTE);
  const bodies = {
    "a response": JSON.stringify(statementWith({ result: { response: long } })),
    "a name": JSON.stringify(statementWith({ actor: { ...AGENT, name: long } })),
    "an id": JSON.stringify({ ...statementWith(), id: long }),
    "a verb": JSON.stringify(statementWith({ verb: { id: `${SITE}/${long}` } })),
    "an unknown key": JSON.stringify(statementWith({ [long]: 1 })),
    "no JSON at all": long,
    escapes: `"${String.raw`\u0041`.repeat((10 * MEBIBYTE) / 6)}"`,
    quotes: '"'.repeat(10 * MEBIBYTE),
    backslashes: "\\".repeat(10 * MEBIBYTE),
  };
  for (const [name, body] of Object.entries(bodies)) {
    const { status, text } = await ask("POST", "/statements", { body, headers: JSON_TYPE });
    expect([400, 413], name).toContain(status);
    expect(text.length, name).toBeGreaterThan(4);
    // The fault is named, not sent back whole.
    expect(text.length, name).toBeLessThan(4000);
  }
  expect(await keptRows()).toEqual(before);
});

test("a document may be any bytes, but JSON to merge must be JSON that can be kept", async () => {
  const before = await keptRows();
  const wrong: string[] = [];
  const bodies = {
    "a byte that no UTF-8 has": new Uint8Array([0x7b, 0xff, 0x7d]),
    "cut JSON": '{"x":',
    "a list": "[1]",
    "a hundred thousand lists": `{"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    "a key twice": '{"x":1,"x":2}',
    "a number beyond a double": '{"x":1e999}',
    nothing: "",
  };
  for (const kind of ["state", "agent profile", "activity profile"] as const) {
    for (const [name, body] of Object.entries(bodies)) {
      const { status, text } = await ask("POST", pathOf(kind), {
        query: newPlace(kind),
        headers: JSON_TYPE,
        body,
      });
      if (status < 400 || status >= 500 || text === "") wrong.push(`${kind}, ${name}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await keptRows()).toEqual(before);
});

test("an identifier that PostgreSQL cannot hold is refused wherever it may stand", async () => {
  const before = await keptRows();
  const wrong: string[] = [];
  for (const bad of ["\u0000", "a\u0000b", "\uD83D"]) {
    const text = encodeURIComponent(bad === "\uD83D" ? "\uFFFD" : bad);
    const raw = bad === "\uD83D" ? "%ED%A0%BD" : text;
    const activity = `${SITE}/${raw}`;
    const agent = `%7B%22account%22:%7B%22homePage%22:%22${SITE}%22,%22name%22:%22${raw}%22%7D%7D`;
    const state = `activityId=${SITE}/1&agent=${encodeURIComponent(JSON.stringify(AGENT))}`;
    for (const path of [
      `/statements?activity=${activity}`,
      `/statements?verb=${activity}`,
      `/statements?agent=${agent}`,
      `/statements?statementId=${raw}`,
      `/agents?agent=${agent}`,
      `/activities?activityId=${activity}`,
      `/activities/state?${state}&stateId=${raw}`,
      `/activities/profile?activityId=${SITE}/1&profileId=${raw}`,
      `/agents/profile?agent=${agent}&profileId=x`,
    ]) {
      const answer = await sendRaw(
        requestBytes(`GET /xapi${path}`, { Authorization: authorization() }),
      );
      const { status } = answer;
      if (status === null || status < 400 || status >= 500) wrong.push(`${path}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await keptRows()).toEqual(before);
});

const QUERIES = [
  "?",
  "?&",
  "?=",
  "?=&=",
  "?agent",
  "?agent=",
  "?agent=%",
  "?agent=%7",
  "?agent=%zz",
  "?agent=%ff%fe",
  "?agent=%C0%AF",
  "?verb=https://hoc.example/%E0%A4%A",
  "?limit=%31%",
  "?limit=1;ascending=true",
  "?limit=1?ascending=true",
  "?limit[]=1",
  "?limit=99999999999999999999",
  "?limit=+1",
  "?since=2026-11-22T03:00:00+07:00",
  "?since=+292277026596-12-04T15:30:08Z",
  "?since=0000-00-00T00:00:00Z",
  `?agent=${"%5B".repeat(5000)}`,
  `?${"a=1&".repeat(1500)}`,
  `?agent=${encodeURIComponent('{"mbox":"mailto:a@b.example","mbox":"mailto:c@d.example"}')}`,
  `?agent=${encodeURIComponent('{"account":{"homePage":"https://a.example","name":null}}')}`,
  "?statementId=' OR 1=1 --",
  "?registration=00000000-0000-0000-0000-00000000000g",
  "?attachments=true&attachments=false",
];

test("an absurd query string is never a fault of the store", async () => {
  const wrong: string[] = [];
  for (const query of QUERIES) {
    for (const path of ["/statements", "/activities/state", "/agents", "/activities", "/about"]) {
      const line = `GET /xapi${path}${query.replaceAll(" ", "%20")}`;
      const { status } = await sendRaw(requestBytes(line, { Authorization: authorization() }));
      if (status === null || status >= 500) wrong.push(`${line.slice(0, 120)}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a broken path, head or length is never a fault of the store, and the next request is answered", async () => {
  const auth = { Authorization: authorization() };
  const body = JSON.stringify(statementWith());
  const place = queryText(placeOfMany("state", newPlace("state")));
  const requests: Readonly<Record<string, Buffer>> = {
    "a path of broken escapes": requestBytes("GET /xapi/%E0%A4%A", auth),
    "a path with a zero": requestBytes("GET /xapi/statements%00", auth),
    "a path that climbs": requestBytes("GET /xapi/../xapi/statements", auth),
    "a path that climbs, escaped": requestBytes("GET /xapi/%2e%2e%2fsecrets", auth),
    "a long path": requestBytes(`GET /xapi/${"a".repeat(12_000)}`, auth),
    "an absolute address": requestBytes("GET http://hoc.example/xapi/about", auth),
    "a bomb of headers": requestBytes(`GET /xapi/about`, {
      ...auth,
      ...Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`X-H${index}`, "x"])),
    }),
    "a header of 100 kB": requestBytes("GET /xapi/about", { ...auth, "X-Long": "x".repeat(100_000) }),
    "an unknown method": requestBytes("STEAL /xapi/statements", auth),
    "a method in small letters": requestBytes("get /xapi/statements", auth),
    "no length for a body": requestBytes("POST /xapi/statements", { ...auth, "Content-Length": "0" }),
    "a length that is no number": requestBytes("POST /xapi/statements", { ...auth, "Content-Length": "x" }, body),
    "two lengths": requestBytes("POST /xapi/statements", { ...auth, "content-length": "5" }, body),
    "chunks that are none": requestBytes("POST /xapi/statements", { ...auth, "Transfer-Encoding": "chunked" }, "zz\r\n"),
    "a content type that is none": requestBytes("POST /xapi/statements", { ...auth, "Content-Type": ";;;" }, body),
    "an Accept-Language that is none": requestBytes("GET /xapi/statements?format=canonical&limit=1", { ...auth, "Accept-Language": ";q=x,,*;q=9,\u00ff" }),
    "an If-Match that is none": requestBytes(`DELETE /xapi/activities/state${place}&stateId=x`, { ...auth, "If-Match": 'W/"," "' }),
    "a version of bytes": requestBytes("GET /xapi/statements", { ...auth, "X-Experience-API-Version": "\u00ff\u00fe" }),
    "credentials of bytes": requestBytes("GET /xapi/statements", { Authorization: "Basic \u00ff" }),
    "credentials with a zero": requestBytes("GET /xapi/statements", {
      Authorization: `Basic ${Buffer.from("a\u0000:b\u0000").toString("base64")}`,
    }),
    "long credentials": requestBytes("GET /xapi/statements", {
      Authorization: `Basic ${"A".repeat(9000)}`,
    }),
  };
  const before = await keptRows();
  const wrong: string[] = [];
  for (const [name, bytes] of Object.entries(requests)) {
    const { status } = await sendRaw(bytes);
    if (status !== null && status >= 500) wrong.push(`${name}: ${status}`);
    const next = await ask("GET", "/about");
    if (next.status !== 200) wrong.push(`after ${name}: ${next.status}`);
  }
  expect(wrong).toEqual([]);
  expect(await keptRows()).toEqual(before);
});
