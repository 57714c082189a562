import { expect, inject, test } from "vitest";

import { CONTENT_ORIGIN } from "#tests/setup/record-store.ts";

import { type Answer, ask, basic, type Method, newId, type Part, VERSIONS } from "./ask.ts";
import { newPlace, onDocument, putNew } from "./document-kinds.ts";
import { AGENT, get, isKept, post, SITE, something, statementWith, stored } from "./statements.ts";

async function readable(version: (typeof VERSIONS)[number]) {
  const statement = statementWith();
  const [state, agentProfile, activityProfile] = [
    newPlace("state"),
    newPlace("agent profile"),
    newPlace("activity profile"),
  ];
  await stored(version, statement);
  await putNew(version, "state", state, { x: 1 });
  await putNew(version, "agent profile", agentProfile, { x: 1 });
  await putNew(version, "activity profile", activityProfile, { x: 1 });
  return [
    ["/statements", { limit: "1" }],
    ["/statements", { statementId: statement.id }],
    ["/statements", { statementId: newId() }],
    ["/statements", { limit: "none" }],
    ["/activities/state", state],
    ["/agents/profile", agentProfile],
    ["/activities/profile", activityProfile],
    ["/activities", something()],
    ["/activities", { activityId: `${SITE}/1` }],
    ["/agents", { agent: AGENT }],
    ["/about", {}],
  ] as const satisfies readonly (readonly [string, Part])[];
}

/** What tells one answer from the next, but for the clock. */
const headersOf = ({ headers }: Answer) =>
  ["content-type", "etag", "last-modified", "x-experience-api-version"].map((name) =>
    headers.get(name),
  );

test.for(VERSIONS)(
  "XAPI-00125 XAPI-00126 HEAD answers as GET does, without the body (%s)",
  async (version) => {
    for (const [path, query] of await readable(version)) {
      const [got, head] = [
        await ask("GET", path, { version, query }),
        await ask("HEAD", path, { version, query }),
      ];
      expect(head.status, path).toBe(got.status);
      expect(head.text, path).toBe("");
      expect(headersOf(head), path).toEqual(headersOf(got));
    }
  },
);

const formOf = (fields: Readonly<Record<string, string>>) => ({
  headers: { "content-type": "application/x-www-form-urlencoded", authorization: null },
  body: new URLSearchParams(fields).toString(),
  version: null,
});

async function alternate(method: string, path: string, fields: Readonly<Record<string, string>>) {
  const { key, secret } = inject("recordStore");
  return ask("POST", `${path}?method=${method}`, {
    ...formOf({
      Authorization: basic(key, secret),
      "X-Experience-API-Version": "1.0.3",
      ...fields,
    }),
  });
}

test("XAPI-00336 a POST with ?method=PUT and a form is a PUT, with its headers and parameters", async () => {
  const statement = statementWith({ result: { response: "Đúng & đủ = 100%" } });
  const answer = await alternate("PUT", "/statements", {
    statementId: statement.id,
    "Content-Type": "application/json",
    content: JSON.stringify(statement),
  });
  expect(answer.status).toBe(204);
  expect((await get("1.0.3", { statementId: statement.id })).text).toContain("Đúng & đủ = 100%");
  const posted = statementWith();
  const byPost = await alternate("POST", "/statements", {
    "content-type": "application/json",
    content: JSON.stringify(posted),
  });
  expect([byPost.status, JSON.parse(byPost.text)]).toEqual([200, [posted.id]]);
});

test("XAPI-00148 XAPI-00336 a POST with ?method=GET is a GET, and so for PUT and DELETE", async () => {
  const statement = statementWith();
  await stored("1.0.3", statement);
  const fields = { statementId: statement.id };
  const got = await alternate("GET", "/statements", fields);
  expect([got.status, JSON.parse(got.text).id]).toEqual([200, statement.id]);
  const list = await alternate("GET", "/statements", { agent: JSON.stringify(AGENT), limit: "1" });
  expect(JSON.parse(list.text).statements.length).toBe(1);

  const place = newPlace("state");
  const asText = Object.fromEntries(
    Object.entries(place).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
  const content = { ...asText, "Content-Type": "text/plain", content: "Bài 1" };
  expect((await alternate("PUT", "/activities/state", content)).status).toBe(204);
  const document = await onDocument("1.0.3", "GET", "state", place);
  expect([document.text, document.headers.get("content-type")]).toEqual(["Bài 1", "text/plain"]);
  const matched = { ...content, content: "Bài 2", "If-Match": '"0000"' };
  expect((await alternate("PUT", "/activities/state", matched)).status).toBe(412);
  expect((await alternate("DELETE", "/activities/state", asText)).status).toBe(204);
  expect((await onDocument("1.0.3", "GET", "state", place)).status).toBe(404);
});

test("XAPI-00336 an alternate request that is no such form is refused", async () => {
  const statement = statementWith();
  const fields = {
    statementId: statement.id,
    "Content-Type": "application/json",
    content: JSON.stringify(statement),
  };
  const bad = [
    await ask("GET", "/statements?method=PUT", { version: "1.0.3" }),
    await ask("POST", "/statements?method=PUT", { version: "1.0.3", json: statement }),
    await ask("POST", `/statements?method=PUT&statementId=${statement.id}`, {
      ...formOf(fields),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      version: "1.0.3",
    }),
    await alternate("PUT", "/statements", { statementId: statement.id }),
    await alternate("PUT", "/statements", { ...fields, nonsense: "1" }),
  ];
  expect(bad.map(({ status, text }) => [status, text !== ""])).toEqual(bad.map(() => [400, true]));
  for (const method of ["", "PATCH", "put"]) {
    expect([400, 405]).toContain((await alternate(method, "/statements", fields)).status);
  }
  expect(await isKept("1.0.3", statement.id)).toBe(false);
});

test("2.0 §4.1.1 2.0 has no alternate request", async () => {
  const statement = statementWith();
  const content = JSON.stringify(statement);
  const fields = { statementId: statement.id, "Content-Type": "application/json", content };
  const version = { "X-Experience-API-Version": "2.0.0" };
  const answers = [
    await alternate("PUT", "/statements", { ...fields, ...version }),
    await ask("POST", "/statements?method=PUT", {
      ...formOf(fields),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      version: "2.0.0",
    }),
    await ask("POST", "/statements?method=GET", { version: "2.0.0" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect(await isKept("2.0.0", statement.id)).toBe(false);
});

test.for(VERSIONS)(
  "XAPI-00324 XAPI-00325 a parameter that is unknown, or in another case, is refused (%s)",
  async (version) => {
    const names = [
      "x",
      "StatementId",
      "statementID",
      "VoidedStatementId",
      "Agent",
      "VERB",
      "Activity",
      "Registration",
      "relatedAgents",
      "Related_Activities",
      "Since",
      "UNTIL",
      "Limit",
      "Format",
      "Attachments",
      "Ascending",
      "stateId",
    ];
    for (const name of names) {
      const answer = await get(version, { [name]: "1" });
      expect([answer.status, answer.text !== ""], name).toEqual([400, true]);
    }
    const statement = statementWith();
    const query = { StatementId: statement.id };
    const putting = await ask("PUT", "/statements", { version, query, json: statement });
    expect(putting.status).toBe(400);
    const posting = await ask("POST", "/statements", { version, query, json: statement });
    expect(posting.status).toBe(400);
    expect(await isKept(version, statement.id)).toBe(false);
    const twice = await ask("GET", `/statements?limit=1&limit=2`, { version });
    expect(twice.status).toBe(400);
  },
);

test.for(VERSIONS)(
  "XAPI-00334 XAPI-00335 Basic credentials are asked for; wrong ones are 401 (%s)",
  async (version) => {
    const { key, secret } = inject("recordStore");
    const right = { authorization: basic(key, secret) };
    expect((await ask("GET", "/statements", { version, headers: right })).status).toBe(200);
    const wrong = [
      null,
      basic(key, `${secret}x`),
      basic(newId(), secret),
      basic(key, ""),
      basic("", ""),
      "Basic",
      "Basic !!!",
      `Basic ${Buffer.from("no colon").toString("base64")}`,
      "Digest x",
      `Bearer ${newId()}`,
    ];
    const statement = statementWith();
    for (const authorization of wrong) {
      const headers = { authorization };
      const answer = await ask("POST", "/statements", { version, headers, json: statement });
      expect([answer.status, answer.text !== ""], String(authorization)).toEqual([401, true]);
      expect(answer.headers.get("www-authenticate")).toMatch(/Basic/u);
    }
    const cookie = { authorization: null, cookie: `key=${key}; secret=${secret}` };
    expect((await ask("GET", "/statements", { version, headers: cookie })).status).toBe(401);
    expect(await isKept(version, statement.id)).toBe(false);
  },
);

/** What the specification has, and HTTP's own word for a method that a place does not have. */
const CODES = [400, 404, 405];

test.for(VERSIONS)(
  "XAPI-00323 other methods and places are refused by the codes of the specification (%s)",
  async (version) => {
    const rows: readonly (readonly [Method, string])[] = [
      ["DELETE", "/statements"],
      ["PATCH", "/statements"],
      ["PATCH", "/activities/state"],
      ["POST", "/about"],
      ["GET", "/"],
      ["GET", "/statement"],
      ["GET", "/statements/more"],
      ["GET", "/activities/state/x"],
    ];
    for (const [method, path] of rows) {
      const { status, text } = await ask(method, path, { version });
      expect(CODES, `${method} ${path}: ${status}`).toContain(status);
      expect(text, `${method} ${path}`).not.toBe("");
    }
  },
);

test.for(VERSIONS)(
  "XAPI-00140 content that runs elsewhere may ask, by every method and header (%s)",
  async (version) => {
    const origin = "https://noi-dung.example";
    const preflight = await ask("OPTIONS", "/statements", {
      version: null,
      headers: {
        authorization: null,
        origin,
        "access-control-request-method": "PUT",
        "access-control-request-headers": "authorization,content-type,x-experience-api-version",
      },
    });
    expect([200, 204]).toContain(preflight.status);
    expect(["*", origin]).toContain(preflight.headers.get("access-control-allow-origin"));
    const methods = preflight.headers.get("access-control-allow-methods") ?? "";
    for (const method of ["GET", "PUT", "POST", "DELETE"]) expect(methods).toContain(method);
    const allowed = (preflight.headers.get("access-control-allow-headers") ?? "").toLowerCase();
    for (const name of ["authorization", "x-experience-api-version", "if-match", "if-none-match"]) {
      expect(allowed, name).toContain(name);
    }
    expect(preflight.headers.get("access-control-allow-credentials")).not.toBe("true");
    const answer = await ask("GET", "/statements", { version, headers: { origin } });
    expect(["*", origin]).toContain(answer.headers.get("access-control-allow-origin"));
    const exposed = (answer.headers.get("access-control-expose-headers") ?? "").toLowerCase();
    for (const name of ["etag", "last-modified", "x-experience-api-consistent-through"]) {
      expect(exposed, name).toContain(name);
    }
    expect((await post(version, statementWith())).status).toBe(200);
  },
);

test("a launched package whose program asks for credentials to be sent is answered by name", async () => {
  const origin = CONTENT_ORIGIN;
  for (const method of ["OPTIONS", "GET"] as const) {
    const { headers } = await ask(method, "/statements?limit=1", {
      version: "1.0.3",
      headers: { origin },
    });
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(headers.get("access-control-allow-credentials")).toBe("true");
    expect(headers.get("vary")).toBe("Origin");
  }
});
