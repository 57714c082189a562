import { expect, inject, test } from "vitest";

import { ask, basic, type Method, newId, type Part, VERSIONS } from "./ask.ts";
import { newPlace, pathOf } from "./document-kinds.ts";
import { keptRows } from "./kept-rows.ts";
import { attachmentSection, multipartOf, sha256, statementsSection } from "./multipart.ts";
import { foundIds, isKept, SITE, somebody, statementWith, stored, voiding } from "./statements.ts";

type Other = keyof ReturnType<typeof inject<"recordStore">>["others"];

const as = (who: Other): string => {
  const { others, secret } = inject("recordStore");
  return basic(others[who], secret);
};

const asking = (who: Other, method: Method, path: string, question: Part = {}) =>
  ask(method, path, { ...question, headers: { authorization: as(who) } });

test.for(VERSIONS)(
  "XAPI-00327 what credentials do not allow is 403, says so and changes nothing (%s)",
  async (version) => {
    const before = await keptRows();
    const json = statementWith();
    const query = newPlace("state");
    const profile = newPlace("agent profile");
    const refused = [
      await asking("reader", "POST", "/statements", { version, json }),
      await asking("reader", "PUT", "/statements", {
        version,
        json,
        query: { statementId: json.id },
      }),
      await asking("writer", "GET", "/statements", { version }),
      await asking("writer", "PUT", pathOf("state"), { version, query, json: { x: 1 } }),
      await asking("writer", "GET", pathOf("state"), { version, query }),
      await asking("reader", "POST", pathOf("agent profile"), { version, query: profile, json }),
      await asking("reader", "DELETE", pathOf("agent profile"), { version, query: profile }),
    ];
    expect(refused.map(({ status, text }) => [status, text !== ""])).toEqual(
      refused.map(() => [403, true]),
    );
    expect(await isKept(version, json.id)).toBe(false);
    expect(await keptRows()).toEqual(before);
  },
);

test.for(VERSIONS)(
  "XAPI-00327 a file from who may not write is not kept either (%s)",
  async (version) => {
    const content = `Bài ${newId()}`;
    const attachment = {
      usageType: `${SITE}/paper`,
      display: { vi: "Bài" },
      contentType: "text/plain",
      length: Buffer.from(content).length,
      sha2: sha256(content),
    };
    const before = await keptRows();
    const statement = statementWith({ attachments: [attachment] });
    const sections = [statementsSection(statement), attachmentSection(content)];
    const answer = await ask("POST", "/statements", {
      version,
      headers: {
        authorization: as("reader"),
        "content-type": "multipart/mixed; boundary=ranh-gioi",
      },
      body: new Uint8Array(multipartOf(sections)),
    });
    expect(answer.status).toBe(403);
    expect(await keptRows()).toEqual(before);
  },
);

test.for(VERSIONS)(
  "1.0.3 Communication 4.2 who may read its own statements alone is shown no other (%s)",
  async (version) => {
    const actor = somebody();
    const [foreign, own] = [statementWith({ actor }), statementWith({ actor })];
    await stored(version, foreign);
    const sent = await asking("own reader", "POST", "/statements", { version, json: own });
    expect(sent.status).toBe(200);
    const list = await asking("own reader", "GET", "/statements", {
      version,
      query: { agent: actor },
    });
    expect(list.text).toContain(own.id);
    expect(list.text).not.toContain(foreign.id);
    const alone = await asking("own reader", "GET", "/statements", {
      version,
      query: { statementId: foreign.id },
    });
    expect(alone.status).toBe(404);
    expect((await foundIds(version, { agent: actor })).length).toBe(2);
  },
);

test.for(VERSIONS)(
  "1.0.3 Data 2.3.2 who may not void another's statement does not void it (%s)",
  async (version) => {
    const target = statementWith();
    await stored(version, target);
    const answer = await asking("own reader", "POST", "/statements", {
      version,
      json: voiding(target.id),
    });
    expect([200, 403]).toContain(answer.status);
    expect(await isKept(version, target.id)).toBe(true);
  },
);

test.for(["expired", "revoked"] as const)(
  "XAPI-00334 credentials that are %s are 401",
  async (who) => {
    const answer = await asking(who, "GET", "/statements");
    expect([answer.status, answer.text !== ""]).toEqual([401, true]);
    expect(answer.headers.get("www-authenticate")).toMatch(/Basic/u);
  },
);

test("2.0 §4.1.5 too many requests are 429, which says when to come again", async () => {
  const statuses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    const answer = await asking("hurried", "GET", "/statements", { query: { limit: "1" } });
    statuses.push(answer.status);
    if (answer.status !== 429) continue;
    expect(answer.headers.get("retry-after")).toMatch(/^[1-9]\d*$/u);
    expect(answer.text).not.toBe("");
  }
  expect(statuses).toContain(200);
  expect(statuses.at(-1)).toBe(429);
  // Another's requests are not counted with them.
  expect((await ask("GET", "/statements", { query: { limit: "1" } })).status).toBe(200);
});
