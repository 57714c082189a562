import { expect, test } from "vitest";

import { ask, at, newId, objectOf, type Version, VERSIONS } from "./ask.ts";
import { AGENT, SHA1, SITE, somebody, something, statementWith, stored } from "./statements.ts";
import { titled } from "./titled.ts";

const person = (version: Version, agent: unknown) =>
  ask("GET", "/agents", { version, query: { agent } });
const activity = (version: Version, activityId: string) =>
  ask("GET", "/activities", { version, query: { activityId } });

test.for(VERSIONS)(
  "XAPI-00236 XAPI-00245 XAPI-00246 XAPI-00248 XAPI-00237 XAPI-00238 agents gives a Person of all names (%s)",
  async (version) => {
    const who = somebody();
    await stored(
      version,
      statementWith({ actor: { ...who, name: "Giàng Thị Mỷ" } }),
      statementWith({ actor: { ...who, name: "Mỷ" } }),
    );
    const answer = await person(version, who);
    expect(answer.status).toBe(200);
    const { objectType, name, account } = objectOf(answer);
    expect(objectType).toBe("Person");
    expect(name).toHaveLength(2);
    expect(name).toEqual(expect.arrayContaining(["Giàng Thị Mỷ", "Mỷ"]));
    expect(account).toEqual([who.account]);
  },
);

test.for(VERSIONS)(
  "XAPI-00247 of nobody whom the store knows, the Person has what was asked by (%s)",
  async (version) => {
    const who = { ...somebody(), name: "Mỷ" };
    const answer = await person(version, who);
    expect(answer.status).toBe(200);
    const back = objectOf(answer);
    expect(back["objectType"]).toBe("Person");
    expect(back["account"]).toEqual([who.account]);
    expect(back["name"] ?? ["Mỷ"]).toEqual(["Mỷ"]);
  },
);

const IDENTIFIERS = {
  "XAPI-00239 XAPI-00244": { mbox: `mailto:${newId()}@ban-pho.example` },
  "XAPI-00240": { mbox_sha1sum: SHA1 },
  "XAPI-00241": { openid: `${SITE}/${newId()}` },
  "XAPI-00242": somebody(),
};

const IDENTIFIED = Object.entries(IDENTIFIERS).flatMap(([number, who]) =>
  VERSIONS.map((version) => ({ number, who, version, key: Object.keys(who)[0] ?? "" })),
);

test.for(
  titled(
    IDENTIFIED,
    ({ number, key, version }) => `${number} the ${key} of a Person is a list (${version})`,
  ),
)("%s", async ([, { who, key, version }]) => {
  await stored(version, statementWith({ actor: { name: "Mỷ", ...who } }));
  const answer = await person(version, who);
  expect(answer.status).toBe(200);
  expect(objectOf(answer)[key]).toEqual([at(who, key)]);
});

test.for(VERSIONS)("XAPI-00243 agents without agent is refused (%s)", async (version) => {
  const answer = await ask("GET", "/agents", { version });
  expect([answer.status, answer.text !== ""]).toEqual([400, true]);
});

test.for(VERSIONS)("XAPI-00249 agents with what is no agent is refused (%s)", async (version) => {
  for (const agent of ["", "my", "{", "[]", "{}", "null", '{"name":"My"}', '{"mbox":"my"}']) {
    const answer = await ask("GET", "/agents", { version, query: { agent } });
    expect([answer.status, answer.text !== ""], agent).toEqual([400, true]);
  }
  const two = { ...AGENT, ...somebody() };
  expect((await person(version, two)).status).toBe(400);
});

test.for(VERSIONS)(
  "XAPI-00251 XAPI-00252 XAPI-00253 activities gives the whole activity (%s)",
  async (version) => {
    const definition = {
      name: { vi: "Bài một" },
      description: { vi: "Học đọc" },
      type: `${SITE}/lesson`,
      moreInfo: `${SITE}/bai/1`,
      interactionType: "choice",
      correctResponsesPattern: ["a"],
      choices: [{ id: "a", description: { vi: "Một" } }],
      extensions: { [`${SITE}/x`]: { deep: [1] } },
    };
    const object = { ...something(), definition };
    await stored(version, statementWith({ object }));
    const answer = await activity(version, object.id);
    expect(answer.status).toBe(200);
    expect(objectOf(answer)).toEqual({ objectType: "Activity", ...object });
  },
);

test.for(VERSIONS)(
  "XAPI-00254 activities merges what statements say of one activity, wherever they name it (%s)",
  async (version) => {
    const object = something();
    const english = { ...object, definition: { name: { "en-US": "Lesson" } } };
    const french = {
      ...object,
      definition: { name: { "fr-FR": "Leçon" }, type: `${SITE}/lesson` },
    };
    const hmong = { ...object, definition: { description: { hmn: "Kawm" } } };
    await stored(
      version,
      statementWith({ object: english }),
      statementWith({ object: french }),
      statementWith({ context: { contextActivities: { parent: [hmong] } } }),
      statementWith({ object }),
    );
    const definition = objectOf(await activity(version, object.id))["definition"];
    expect(at(definition, "name")).toEqual({ "en-US": "Lesson", "fr-FR": "Leçon" });
    expect(at(definition, "type")).toBe(`${SITE}/lesson`);
    expect(at(definition, "description")).toEqual({ hmn: "Kawm" });
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.4 of an activity that the store does not know there is an Activity (%s)",
  async (version) => {
    const { id } = something();
    const answer = await activity(version, id);
    expect(answer.status).toBe(200);
    expect(objectOf(answer)).toMatchObject({ id, objectType: "Activity" });
  },
);

test.for(VERSIONS)(
  "XAPI-00250 XAPI-00012 activities without an IRI is refused (%s)",
  async (version) => {
    expect((await ask("GET", "/activities", { version })).status).toBe(400);
    for (const activityId of ["", "bai-1", "hoc.example/bai-1"]) {
      const answer = await activity(version, activityId);
      expect([answer.status, answer.text !== ""], activityId).toEqual([400, true]);
    }
  },
);

test.for(VERSIONS)(
  "XAPI-00324 agents and activities take GET and HEAD with their one parameter (%s)",
  async (version) => {
    const rows = [
      ["/agents", { agent: AGENT }],
      ["/activities", something()],
    ] as const;
    for (const [path, named] of rows) {
      const query = "id" in named ? { activityId: named.id } : named;
      expect((await ask("GET", path, { version, query: { ...query, x: "1" } })).status).toBe(400);
      for (const method of ["PUT", "DELETE"] as const) {
        const { status } = await ask(method, path, { version, query });
        expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
        expect(status, `${method} ${path}`).toBeLessThan(500);
      }
    }
  },
);
