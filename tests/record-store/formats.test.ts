import { expect, test } from "vitest";

import { ask, at, newId, objectOf, type Part, resultOf, type Version, VERSIONS } from "./ask.ts";
import { get, type Sent, SITE, statementWith, stored, VERB } from "./statements.ts";

const NAMES = { vi: "Bài một", en: "Lesson one", "en-GB": "The first lesson" };
const DISPLAY = { vi: "học", en: "tried" };

/** Everything that formats treat differently, under names of its own. */
function rich(): Sent {
  const name = newId();
  const who = { objectType: "Agent", name: "Mỷ", account: { homePage: SITE, name } };
  return statementWith({
    actor: { objectType: "Group", name: "Tổ 1", member: [who] },
    verb: { id: `${SITE}/verbs/${name}`, display: DISPLAY },
    object: {
      objectType: "Activity",
      id: `${SITE}/${name}`,
      definition: {
        name: NAMES,
        description: { vi: "Học đọc", fr: "Lire" },
        type: `${SITE}/lesson`,
        interactionType: "choice",
        correctResponsesPattern: ["a"],
        choices: [{ id: "a", description: { vi: "Một", en: "One" } }],
      },
    },
    context: {
      instructor: { ...who, name: "Pá" },
      contextActivities: {
        parent: [{ id: `${SITE}/${name}/khoa`, definition: { name: NAMES } }],
      },
    },
  });
}

async function inFormat(version: Version, id: string, format?: string, headers = {}) {
  const query = { statementId: id, format };
  const answer = await ask("GET", "/statements", { version, query, headers });
  expect(answer.status).toBe(200);
  return objectOf(answer);
}

test.for(VERSIONS)(
  "XAPI-00170 exact gives who, what and verb as they were received, in lists and alone (%s)",
  async (version) => {
    const statement = rich();
    await stored(version, statement);
    const alone = await inFormat(version, statement.id, "exact");
    const verb = at(statement, "verb", "id");
    const list = resultOf(await get(version, { verb, format: "exact" })).statements;
    for (const back of [alone, list[0]]) {
      for (const key of ["actor", "verb", "object", "context"]) {
        expect(at(back, key), key).toEqual(statement[key]);
      }
    }
  },
);

test.for(VERSIONS)("XAPI-00168 without format it is exact (%s)", async (version) => {
  const statement = rich();
  await stored(version, statement);
  const exact = await inFormat(version, statement.id, "exact");
  expect(await inFormat(version, statement.id)).toEqual(exact);
});

test.for(VERSIONS)(
  "XAPI-00171 ids gives no more than what identifies, also members and context (%s)",
  async (version) => {
    const statement = rich();
    await stored(version, statement);
    const back = await inFormat(version, statement.id, "ids");
    const text = JSON.stringify(back);
    for (const gone of ["definition", "display", "Mỷ", "Tổ 1", "Pá", "Bài một"]) {
      expect(text, gone).not.toContain(gone);
    }
    const account = at(statement, "actor", "member", 0, "account");
    expect(at(back, "actor", "member", 0, "account")).toEqual(account);
    expect(at(back, "actor", "objectType")).toBe("Group");
    expect(at(back, "verb")).toEqual({ id: at(statement, "verb", "id") });
    expect(at(back, "object", "id")).toBe(at(statement, "object", "id"));
    expect(at(back, "context", "instructor", "account")).toEqual(account);
    const list = resultOf(await get(version, { verb: at(statement, "verb", "id"), format: "ids" }));
    expect(list.statements).toEqual([back]);
  },
);

test.for(VERSIONS)(
  "XAPI-00169 canonical gives one language in each map, and what the store knows of an activity (%s)",
  async (version) => {
    const statement = rich();
    const bare = statementWith({
      verb: { id: at(statement, "verb", "id") },
      object: { id: at(statement, "object", "id") },
    });
    await stored(version, statement, bare);
    for (const { id } of [statement, bare]) {
      const back = await inFormat(version, id, "canonical");
      const definition = at(back, "object", "definition");
      for (const map of [
        at(definition, "name"),
        at(definition, "description"),
        at(definition, "choices", 0, "description"),
      ]) {
        expect(Object.keys(Object(map)).length, JSON.stringify(back)).toBe(1);
      }
      expect(Object.keys(Object(at(back, "verb", "display") ?? { one: 1 })).length).toBe(1);
    }
    const parent = at(
      await inFormat(version, statement.id, "canonical"),
      "context",
      "contextActivities",
      "parent",
      0,
      "definition",
      "name",
    );
    expect(Object.keys(Object(parent)).length).toBe(1);
  },
);

const LANGUAGES: readonly (readonly [string, string])[] = [
  ["vi", "Bài một"],
  ["en", "Lesson one"],
  ["en-GB", "The first lesson"],
  ["en-GB;q=0.5, vi", "Bài một"],
  ["fr, vi;q=0.4, en;q=0.8", "Lesson one"],
  ["vi;q=0, en", "Lesson one"],
  ["EN", "Lesson one"],
  ["en-US, vi;q=0.1", "Lesson one"],
];

test.for(VERSIONS)(
  "XAPI-00172 canonical chooses by Accept-Language, in each map by itself; other formats do not (%s)",
  async (version) => {
    const statement = rich();
    await stored(version, statement);
    const asked = (accept: string, format: string) =>
      inFormat(version, statement.id, format, { "accept-language": accept });
    for (const [accept, text] of LANGUAGES) {
      const back = await asked(accept, "canonical");
      const names = Object.values(Object(at(back, "object", "definition", "name")));
      // A range that no tag has may be met by its language, or by the next range.
      const allowed = accept.startsWith("en-US") ? [text, "Bài một"] : [text];
      expect(allowed, accept).toContain(names[0]);
    }
    const mixed = await asked("fr, vi;q=0.5", "canonical");
    expect(at(mixed, "object", "definition", "description")).toEqual({ fr: "Lire" });
    expect(at(mixed, "object", "definition", "name")).toEqual({ vi: "Bài một" });
    const none = await asked("ja", "canonical");
    expect(Object.keys(Object(at(none, "object", "definition", "name"))).length).toBe(1);
    const exact = await asked("vi", "exact");
    expect(at(exact, "object", "definition", "name")).toEqual(NAMES);
  },
);

test.for(VERSIONS)(
  "XAPI-00165 every GET says its content type, application/json (%s)",
  async (version) => {
    const statement = statementWith();
    await stored(version, statement);
    for (const query of [{}, { statementId: statement.id }, { format: "ids" }] as readonly Part[]) {
      const { headers } = await get(version, query);
      expect(headers.get("content-type")).toMatch(/^application\/json/u);
    }
  },
);

test.for(VERSIONS)(
  "XAPI-00170 number text, member order and unknown languages stay in exact (%s)",
  async (version) => {
    const statement = statementWith({
      verb: { ...VERB, display: { "x-mong": "kawm", und: "?" } },
      result: { score: { raw: 0.1, min: -0, max: 1e2 }, extensions: { [`${SITE}/x`]: [3, 1, 2] } },
    });
    await stored(version, statement);
    const back = await inFormat(version, statement.id, "exact");
    expect(at(back, "result")).toEqual(JSON.parse(JSON.stringify(statement["result"])));
    expect(at(back, "verb")).toEqual(statement["verb"]);
  },
);
