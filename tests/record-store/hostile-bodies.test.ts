import { expect, inject, test } from "vitest";

import { ask, authorization, basic, newId } from "./ask.ts";
import { sendRaw } from "./raw-http.ts";
import { statementWith } from "./statements.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const MEBIBYTE = 1024 * 1024;
/** 1.1 million short parameters, each another one. */
const manyParameters = Array.from({ length: 1_100_000 }, (_, at) => at.toString(36)).join("&");

/** A form in the alternate syntax, whose fields stand in this order. */
function form(fields: readonly (readonly [name: string, value: string])[]): string {
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

const statement = () => JSON.stringify(statementWith({ id: newId() }));
const NAMES: readonly (readonly [string, string])[] = [
  ["X-Experience-API-Version", "1.0.3"],
  ["Content-Type", "application/json"],
];

test("a stranger's form of a million fields is refused before it is read", async () => {
  const anonymous = { version: null, headers: { ...FORM, authorization: null } };
  const answers = await Promise.all(
    ["GET", "POST", "PUT", "nothing"].map((method) =>
      ask("POST", `/statements?method=${method}`, { ...anonymous, body: manyParameters }),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413, 413]);
});

test("a client's form of a million fields is refused too, whatever resource it is for", async () => {
  const paths = ["/statements", "/activities/state", "/agents/profile", "/about", "/nothing"];
  for (const path of paths) {
    const answer = await ask("POST", `${path}?method=GET`, {
      version: "1.0.3",
      headers: FORM,
      body: manyParameters,
    });
    expect([path, answer.status]).toEqual([path, 413]);
  }
});

test("credentials in a form are found in front of a long content, and behind a short one", async () => {
  const long = JSON.stringify(statementWith({ result: { response: "x".repeat(2 * MEBIBYTE) } }));
  const credentials = ["Authorization", authorization()] as const;
  const statuses = [];
  for (const fields of [
    [credentials, ...NAMES, ["content", long]] as const,
    [...NAMES, ["content", statement()], credentials] as const,
    [...NAMES, ["content", long], credentials] as const,
    [...NAMES, ["content", long]] as const,
    [["Authorization", basic("nobody", "x")], ...NAMES, ["content", long]] as const,
  ]) {
    const headers = { ...FORM, authorization: null };
    const { status } = await ask("POST", "/statements?method=POST", {
      version: null,
      headers,
      body: form(fields),
    });
    statuses.push(status);
  }

  expect(statuses).toEqual([200, 200, 413, 413, 401]);
});

const POSTED =
  "POST /xapi/statements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8000000\r\n" +
  "X-Experience-API-Version: 2.0.0\r\nContent-Type: application/json\r\n";

test("a stranger's body is not waited for", async () => {
  const wrong = `Authorization: ${basic("nobody", "x")}`;
  for (const more of ["Accept: */*", wrong]) {
    const { status, waited } = await sendRaw(`${POSTED}${more}\r\n\r\n[`);
    expect([status, waited]).toEqual([401, false]);
  }
});

/** Values that cost much more than the bytes that name them. */
const WIDE: Readonly<Record<string, string>> = {
  "empty arrays": `[${"[],".repeat(1_300_000)}[]]`,
  "empty objects": `[${"{},".repeat(1_300_000)}{}]`,
  numbers: `[${"0,".repeat(1_900_000)}0]`,
  keys: `{${Array.from({ length: 500_000 }, (_, at) => `"${at.toString(36)}":0`).join(",")}}`,
};

test.for(Object.entries(WIDE))("a body of many small values is 413: %s", async ([, json]) => {
  const inside = JSON.stringify(statementWith({ id: newId() })).replace(
    /\}$/u,
    `,"result":{"extensions":{"https://a.example/x":${json}}}}`,
  );
  const agent = JSON.stringify({ account: { homePage: "https://a.example", name: newId() } });
  const activityId = "https://a.example/activity";
  const headers = { "content-type": "application/json" };
  const answers = await Promise.all([
    ask("POST", "/statements", { headers, body: inside }),
    ask("PUT", "/activities/state", {
      query: { agent, activityId, stateId: "wide" },
      headers,
      body: json,
    }),
    ask("POST", "/statements?method=POST", {
      version: "1.0.3",
      headers: { ...FORM },
      body: form([["content", inside]]),
    }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413]);
});

test("an address with hundreds of parameters is refused", async () => {
  const { baseUrl } = inject("recordStore");
  const query = Array.from({ length: 300 }, (_, at) => `p${at}=`).join("&");
  const response = await fetch(`${baseUrl}/statements?${query}`);

  expect(response.status).toBe(414);
});

test("a batch of thousands of ordinary statements is taken", async () => {
  const json = Array.from({ length: 3000 }, () => statementWith({ id: newId() }));

  expect((await ask("POST", "/statements", { json })).status).toBe(200);
});
