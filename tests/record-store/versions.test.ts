import { expect, test } from "vitest";

import { type Answer, ask, at, type Method, newId, objectOf, type Part, VERSIONS } from "./ask.ts";
import { AGENT, get, put, SITE, statementWith, stored } from "./statements.ts";

const EVERYWHERE: readonly (readonly [Method, string, Part])[] = [
  ["GET", "/statements", {}],
  ["POST", "/statements", {}],
  ["PUT", "/statements", { statementId: newId() }],
  ["GET", "/activities", { activityId: `${SITE}/1` }],
  ["GET", "/agents", { agent: AGENT }],
  ["GET", "/activities/profile", { activityId: `${SITE}/1` }],
  ["PUT", "/activities/profile", { activityId: `${SITE}/1`, profileId: "x" }],
  ["GET", "/agents/profile", { agent: AGENT }],
  ["POST", "/agents/profile", { agent: AGENT, profileId: "x" }],
  ["GET", "/activities/state", { activityId: `${SITE}/1`, agent: AGENT }],
  ["DELETE", "/activities/state", { activityId: `${SITE}/1`, agent: AGENT }],
];

const sent = (method: Method) =>
  method === "POST" || method === "PUT" ? { json: statementWith() } : {};

/** In each, the store's own version: the latest it has of 1.0, or 2.0.0. */
const VERSION = /^(1\.0\.3|2\.0\.\d+)$/u;
const versionOf = ({ headers }: Answer) => headers.get("x-experience-api-version");

test("XAPI-00315 XAPI-00319 XAPI-00318 XAPI-00317 XAPI-00316 about says which versions there are", async () => {
  for (const version of [null, "1.0.3", "2.0.0", "0.9", "nonsense"]) {
    const answer = await ask("GET", "/about", { version });
    expect(answer.status, version ?? "none").toBe(200);
    const about = objectOf(answer);
    const versions = at(about, "version");
    expect(versions).toEqual(expect.arrayContaining(["1.0.3", "2.0.0"]));
    for (const one of Object(versions)) {
      expect(one).toMatch(/^(0\.9|0\.95|1\.0\.\d+|2\.0\.\d+)$/u);
    }
    // 1.0.3 Communication 2.8: nothing else stands in it.
    expect(Object.keys(about).filter((key) => !["version", "extensions"].includes(key))).toEqual(
      [],
    );
    expect(versionOf(answer)).toMatch(VERSION);
  }
});

test("1.0.3 Communication 2.8 about is open to whoever has no credentials", async () => {
  const answer = await ask("GET", "/about", { version: null, headers: { authorization: null } });
  expect(answer.status).toBe(200);
});

test.for(EVERYWHERE)(
  "XAPI-00321 XAPI-00331 %s %s without a version, or with another, is refused",
  async ([method, path, query]) => {
    const wrong = [
      null,
      "",
      "0.9",
      "0.95",
      "1.1.0",
      "1.1",
      "2.1.0",
      "3.0.0",
      "one",
      "1.0.3, 2.0.0",
    ];
    for (const version of wrong) {
      const answer = await ask(method, path, { version, query, ...sent(method) });
      expect(answer.status, String(version)).toBe(400);
      expect(answer.text, String(version)).not.toBe("");
      expect(versionOf(answer)).toMatch(VERSION);
    }
  },
);

test.for(["1.0", "1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.9"])(
  "XAPI-00331 XAPI-00333 a request of %s is answered as 1.0.3",
  async (version) => {
    const answer = await ask("GET", "/statements", { version, query: { limit: "1" } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-experience-api-version")).toBe("1.0.3");
  },
);

test.for(["2.0.0", "2.0"])("2.0 §4.1.1 a request of %s is answered as 2.0.0", async (version) => {
  const answer = await ask("GET", "/statements", { version, query: { limit: "1" } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-experience-api-version")).toBe("2.0.0");
});

test.for(VERSIONS)(
  "XAPI-00333 every answer has the version, refusals and nothing found as well (%s)",
  async (version) => {
    const statement = statementWith();
    const answers = [
      await put(version, statement),
      await get(version, { statementId: statement.id }),
      await get(version, { statementId: newId() }),
      await get(version, { nonsense: "1" }),
      await ask("GET", "/statements", { version, headers: { authorization: null } }),
      await ask("GET", "/nowhere", { version }),
      await ask("HEAD", "/statements", { version }),
      await ask("PATCH", "/statements", { version }),
      await ask("POST", "/statements", { version, body: "{" }),
    ];
    for (const answer of answers) expect(versionOf(answer)).toMatch(VERSION);
  },
);

test("XAPI-00330 both versions read and write the same statements, unchanged", async () => {
  const context = {
    contextAgents: [{ objectType: "contextAgent", agent: AGENT, relevantTypes: [`${SITE}/x`] }],
  };
  const [old, young] = [statementWith(), statementWith({ context })];
  await stored("1.0.3", old);
  await stored("2.0.0", young);
  for (const { id } of [old, young]) {
    const [one, other] = [
      objectOf(await get("1.0.3", { statementId: id })),
      objectOf(await get("2.0.0", { statementId: id })),
    ];
    expect(one).toEqual(other);
  }
  const back = objectOf(await get("1.0.3", { statementId: young.id }));
  expect(back["context"]).toEqual(context);
});
