import { expect, test } from "vitest";

import { ask, authorization, queryText } from "./ask.ts";
import { newPlace, placeOfMany } from "./document-kinds.ts";
import { keptRows } from "./kept-rows.ts";
import { requestBytes, sendRaw } from "./raw-http.ts";
import { AGENT, SITE, statementWith } from "./statements.ts";

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
    "a header of 100 kB": requestBytes("GET /xapi/about", {
      ...auth,
      "X-Long": "x".repeat(100_000),
    }),
    "an unknown method": requestBytes("STEAL /xapi/statements", auth),
    "a method in small letters": requestBytes("get /xapi/statements", auth),
    "no length for a body": requestBytes("POST /xapi/statements", {
      ...auth,
      "Content-Length": "0",
    }),
    "a length that is no number": requestBytes(
      "POST /xapi/statements",
      { ...auth, "Content-Length": "x" },
      body,
    ),
    "two lengths": requestBytes("POST /xapi/statements", { ...auth, "content-length": "5" }, body),
    "chunks that are none": requestBytes(
      "POST /xapi/statements",
      { ...auth, "Transfer-Encoding": "chunked" },
      "zz\r\n",
    ),
    "a content type that is none": requestBytes(
      "POST /xapi/statements",
      { ...auth, "Content-Type": ";;;" },
      body,
    ),
    "an Accept-Language that is none": requestBytes(
      "GET /xapi/statements?format=canonical&limit=1",
      { ...auth, "Accept-Language": ";q=x,,*;q=9,\u00ff" },
    ),
    "an If-Match that is none": requestBytes(`DELETE /xapi/activities/state${place}&stateId=x`, {
      ...auth,
      "If-Match": 'W/"," "',
    }),
    "a version of bytes": requestBytes("GET /xapi/statements", {
      ...auth,
      "X-Experience-API-Version": "\u00ff\u00fe",
    }),
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

const FORM = { "content-type": "application/x-www-form-urlencoded" };

test("an alternate request that contradicts itself is a 4xx that says why, and nothing is kept", async () => {
  const statement = statementWith();
  const content = `content=${encodeURIComponent(JSON.stringify(statement))}`;
  const named = `statementId=${statement.id}`;
  const type = "Content-Type=application%2Fjson";
  const forms: Readonly<Record<string, readonly [query: string, form: string]>> = {
    "content twice": ["?method=PUT", `${named}&${type}&${content}&${content}`],
    "a parameter twice": ["?method=PUT", `${named}&${named}&${type}&${content}`],
    "a header twice": ["?method=PUT", `${named}&${type}&${type}&${content}`],
    "the method twice": ["?method=PUT&method=POST", `${named}&${type}&${content}`],
    "the method in the form as well": ["?method=PUT", `method=GET&${named}&${type}&${content}`],
    "a parameter in both places": [`?method=PUT&${named}`, `${named}&${type}&${content}`],
    "a parameter in the query alone": [`?method=PUT&${named}`, `${type}&${content}`],
    "no content": ["?method=PUT", `${named}&${type}`],
    "empty content": ["?method=PUT", `${named}&${type}&content=`],
    "content that is no JSON": ["?method=PUT", `${named}&${type}&content=%7B`],
    "content that no UTF-8 has": ["?method=PUT", `${named}&${type}&content=%FF`],
    "broken escapes": ["?method=PUT", `${named}&${type}&content=%7`],
    "a zero character": ["?method=PUT", `${named}&${type}&content=%00`],
    "multipart content": [
      "?method=PUT",
      `${named}&Content-Type=multipart%2Fmixed%3B+boundary%3Dx&${content}`,
    ],
    "another version in the form": [
      "?method=PUT",
      `${named}&${type}&${content}&X-Experience-API-Version=2.0.0`,
    ],
    "an unknown version in the form": [
      "?method=PUT",
      `${named}&${type}&${content}&X-Experience-API-Version=0.9`,
    ],
    "other credentials in the form": [
      "?method=PUT",
      `${named}&${type}&${content}&Authorization=Basic%20bm86bm8%3D`,
    ],
    "no form": ["?method=PUT", JSON.stringify(statement)],
    nothing: ["?method=PUT", ""],
  };
  const before = await keptRows();
  const wrong: string[] = [];
  for (const [name, [query, body]] of Object.entries(forms)) {
    const answer = await ask("POST", `/statements${query}`, {
      version: "1.0.3",
      headers: FORM,
      body,
    });
    const { status, text } = answer;
    if (status < 400 || status >= 500 || text.length < 5) wrong.push(`${name}: ${status}`);
  }
  expect(wrong).toEqual([]);
  expect(await keptRows()).toEqual(before);
});
