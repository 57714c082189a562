import { expect, test } from "vitest";

import { ask, at, idsOf, listOf, newId, objectOf, VERSIONS } from "./ask.ts";
import {
  AGENT,
  foundIds,
  get,
  GROUP,
  isKept,
  post,
  put,
  SITE,
  somebody,
  something,
  statementWith,
  stored,
  VERB,
  voiding,
} from "./statements.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

test.for(VERSIONS)("XAPI-00139 statements live at /statements (%s)", async (version) => {
  const [one, other] = [statementWith(), statementWith()];
  expect((await post(version, one)).status).toBe(200);
  expect((await put(version, other)).status).toBe(204);
  expect((await get(version, {})).status).toBe(200);
});

test.for(VERSIONS)(
  "XAPI-00026 a statement without id is given one, each another (%s)",
  async (version) => {
    const actor = somebody();
    const { id: _id, ...anonymous } = statementWith({ actor });
    const answer = await post(version, [anonymous, anonymous]);
    expect(answer.status).toBe(200);
    const ids = listOf(answer);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) {
      expect(id).toMatch(UUID);
      expect(objectOf(await get(version, { statementId: id }))["id"]).toBe(id);
    }
  },
);

test.for(VERSIONS)("XAPI-00143 a PUT that is stored answers 204 (%s)", async (version) => {
  const statement = statementWith();
  const answer = await put(version, statement);
  expect([answer.status, answer.text]).toEqual([204, ""]);
  expect(await isKept(version, statement.id)).toBe(true);
});

test.for(VERSIONS)(
  "XAPI-00144 XAPI-00145 a PUT says its statementId, and no other than the statement does (%s)",
  async (version) => {
    const { id, ...anonymous } = statementWith();
    const query = { statementId: id };
    expect((await ask("PUT", "/statements", { version, json: anonymous })).status).toBe(400);
    expect((await ask("PUT", "/statements", { version, query, json: anonymous })).status).toBe(204);
    expect(objectOf(await get(version, query))["id"]).toBe(id);

    const statement = statementWith();
    expect((await put(version, statement, newId())).status).toBe(400);
    expect(await isKept(version, statement.id)).toBe(false);
    const batch = await ask("PUT", "/statements", {
      version,
      query: { statementId: statement.id },
      json: [statement],
    });
    expect(batch.status).toBe(400);
  },
);

test.for(VERSIONS)(
  "XAPI-00146 XAPI-00147 a POST answers 200 with every id, in order (%s)",
  async (version) => {
    const batch = Array.from({ length: 5 }, () => statementWith());
    const answer = await post(version, batch);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/u);
    expect(listOf(answer)).toEqual(batch.map(({ id }) => id));
    const one = statementWith();
    expect(listOf(await post(version, one))).toEqual([one.id]);
    expect((await post(version, [])).status).toBeLessThan(500);
  },
);

test.for(VERSIONS)(
  "XAPI-00142 a second statement of one id changes nothing: 409 when it differs (%s)",
  async (version) => {
    const first = statementWith({ result: { response: "one" } });
    await stored(version, first);
    const before = (await get(version, { statementId: first.id })).text;
    const second = { ...first, verb: { id: `${SITE}/verbs/other` }, result: { response: "two" } };
    expect((await put(version, second)).status).toBe(409);
    expect((await post(version, second)).status).toBe(409);
    const beside = statementWith();
    expect((await post(version, [beside, second])).status).toBe(409);
    expect(await isKept(version, beside.id)).toBe(false);
    expect((await get(version, { statementId: first.id })).text).toBe(before);
  },
);

test.for(VERSIONS)(
  "XAPI-00142 the same statement again is no conflict, whatever may differ (%s)",
  async (version) => {
    const statement = statementWith({
      actor: { objectType: "Group", member: [AGENT, { mbox: "mailto:pa@ban-pho.example" }] },
      timestamp: "2026-11-22T03:00:00.000Z",
      context: { contextActivities: { parent: { id: `${SITE}/khoa/1` } } },
    });
    await stored(version, statement);
    const given = objectOf(await get(version, { statementId: statement.id }));
    const equals = [
      statement,
      given,
      { ...statement, timestamp: "2026-11-22T10:00:00+07:00" },
      { ...statement, verb: { ...VERB, display: { vi: "thử" } } },
      { ...statement, object: { objectType: "Activity", id: `${SITE}/bai/1`, definition: {} } },
      { ...statement, version: version === "1.0.3" ? "1.0.0" : "2.0.0" },
      { ...statement, authority: AGENT, stored: "2001-01-01T00:00:00Z" },
      {
        ...statement,
        actor: {
          objectType: "Group",
          member: [{ mbox: "mailto:pa@BAN-PHO.example" }, { ...AGENT, objectType: "Agent" }],
        },
      },
      { ...statement, context: { contextActivities: { parent: [{ id: `${SITE}/khoa/1` }] } } },
    ];
    for (const same of equals) {
      const answers = [
        await put(version, { ...same, id: statement.id }),
        await post(version, { ...same, id: statement.id }),
      ];
      expect(
        answers.map(({ status }) => status),
        JSON.stringify(same),
      ).toEqual([204, 200]);
    }
    for (const part of [
      { result: { success: true } },
      { timestamp: "2026-11-22T03:00:00.001Z" },
      { actor: GROUP },
      { object: something() },
    ]) {
      expect((await put(version, { ...statement, ...part })).status, JSON.stringify(part)).toBe(
        409,
      );
    }
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 a batch with two statements of one id is refused with 400 (%s)",
  async (version) => {
    const statement = statementWith();
    for (const twin of [statement, { ...statement, object: something() }]) {
      const answer = await post(version, [statement, statementWith(), twin]);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain(statement.id);
    }
    expect(await isKept(version, statement.id)).toBe(false);
  },
);

test.for(VERSIONS)(
  "XAPI-00326 XAPI-00182 a batch with one bad statement is refused whole, naming it (%s)",
  async (version) => {
    const actor = somebody();
    const good = Array.from({ length: 3 }, () => statementWith({ actor }));
    const bad = statementWith({ actor, verb: { id: "tried" } });
    const answer = await post(version, [good[0], good[1], bad, good[2]]);
    expect(answer.status).toBe(400);
    // By its place in the batch, counted from 0.
    expect(answer.text).toMatch(/statement 2\b/u);
    expect(await foundIds(version, { agent: actor })).toEqual([]);
  },
);

test.for(VERSIONS)(
  "XAPI-00097 the store says when it stored, whatever was sent (%s)",
  async (version) => {
    const statement = statementWith({ stored: "2001-01-01T00:00:00.000Z" });
    const other = statementWith({ stored: "2001-01-01T00:00:00.000Z" });
    await stored(version, statement);
    expect((await put(version, other)).status).toBe(204);
    for (const { id } of [statement, other]) {
      const back = objectOf(await get(version, { statementId: id }));
      expect(new Date(String(back["stored"])).getUTCFullYear()).toBeGreaterThan(2020);
    }
  },
);

test.for(VERSIONS)(
  "2.0 §4.2.4.2 a statement without timestamp has that of its storing (%s)",
  async (version) => {
    const statement = statementWith();
    await stored(version, statement);
    const back = objectOf(await get(version, { statementId: statement.id }));
    expect(back["timestamp"]).toBe(back["stored"]);
  },
);

test.for(VERSIONS)("2.0 §4.2.4.1 a timestamp in the future is taken (%s)", async (version) => {
  const answer = await post(version, statementWith({ timestamp: "2999-01-01T00:00:00Z" }));
  expect(answer.status).toBe(200);
});

test.for(VERSIONS)(
  "XAPI-00099 the store names the authority, by who sent it (%s)",
  async (version) => {
    const plain = statementWith();
    const claimed = statementWith({ authority: { mbox: "mailto:thief@ban-pho.example" } });
    await stored(version, plain, claimed);
    const authorities = await Promise.all(
      [plain, claimed].map(async ({ id }) =>
        at(objectOf(await get(version, { statementId: id })), "authority"),
      ),
    );
    expect(authorities[0]).toBeDefined();
    expect(at(authorities[0], "objectType") ?? "Agent").toBe("Agent");
    expect(authorities[1]).toEqual(authorities[0]);
  },
);

test.for([
  ["1.0.3", "1.0.0", "1.0.0"],
  ["1.0.3", "1.0.9", "1.0.9"],
  ["1.0.3", undefined, "1.0.0"],
  ["2.0.0", "2.0.0", "2.0.0"],
  ["2.0.0", undefined, "2.0.0"],
] as const)(
  "XAPI-00332 XAPI-00330 sent as %s with version %s, it comes back with version %s",
  async ([version, sent, back]) => {
    const statement = statementWith({ version: sent });
    await stored(version, statement);
    const answers = [
      await get(version, { statementId: statement.id }),
      await get("1.0.3", { statementId: statement.id }),
      await get("2.0.0", { statementId: statement.id }),
    ];
    for (const answer of answers) {
      const { version: kept, actor, verb, object } = objectOf(answer);
      expect(kept).toBe(back);
      expect({ actor, verb, object }).toEqual({
        actor: statement["actor"],
        verb: statement["verb"],
        object: statement["object"],
      });
    }
  },
);

test.for(VERSIONS)(
  "XAPI-00018 a voided statement is found by voidedStatementId alone (%s)",
  async (version) => {
    const actor = somebody();
    const target = statementWith({ actor });
    const voider = voiding(target.id, { actor: somebody() });
    await stored(version, target);
    expect((await get(version, { voidedStatementId: target.id })).status).toBe(404);
    await stored(version, voider);
    expect((await get(version, { statementId: target.id })).status).toBe(404);
    const answer = await get(version, { voidedStatementId: target.id });
    expect([answer.status, objectOf(answer)["id"]]).toEqual([200, target.id]);
    expect(await foundIds(version, { agent: actor })).toEqual([voider.id]);
  },
);

test.for(VERSIONS)("XAPI-00016 a voiding statement is not voided (%s)", async (version) => {
  const target = statementWith();
  const voider = voiding(target.id);
  const overVoider = voiding(voider.id);
  await stored(version, target, voider);
  const answer = await post(version, overVoider);
  expect([200, 400, 403]).toContain(answer.status);
  expect(await isKept(version, voider.id)).toBe(true);
  expect(await isKept(version, target.id)).toBe(false);
  // A second voiding of what is voided changes nothing either.
  expect([200, 400, 403]).toContain((await post(version, voiding(target.id))).status);
  expect((await get(version, { voidedStatementId: target.id })).status).toBe(200);
});

test.for(VERSIONS)(
  "2.0 §4.2.4.1 a statement may void what is not here, and does when it comes (%s)",
  async (version) => {
    const target = statementWith();
    expect((await post(version, voiding(target.id))).status).toBe(200);
    await stored(version, target);
    expect((await get(version, { statementId: target.id })).status).toBe(404);
    expect((await get(version, { voidedStatementId: target.id })).status).toBe(200);
    // Within one batch as well, in either order.
    const [first, second] = [statementWith(), statementWith()];
    await stored(version, voiding(first.id), first, second, voiding(second.id));
    expect((await get(version, { voidedStatementId: first.id })).status).toBe(200);
    expect((await get(version, { voidedStatementId: second.id })).status).toBe(200);
  },
);

test.for(VERSIONS)(
  "XAPI-00162 XAPI-00163 what is voided is in no list, what refers to it is (%s)",
  async (version) => {
    const verb = { id: `${SITE}/verbs/${newId()}` };
    const target = statementWith({ verb });
    const voider = voiding(target.id);
    const comment = statementWith({ object: { objectType: "StatementRef", id: target.id } });
    const other = statementWith({ verb });
    await stored(version, target, comment, other, voider);
    const ids = await foundIds(version, { verb: verb.id });
    expect(ids.toSorted()).toEqual([comment.id, other.id, voider.id].toSorted());
    const { consistent, answer } = await latest(version);
    expect(consistent).not.toBeNull();
    expect(idsOf(answer)).not.toContain(target.id);
  },
);

async function latest(version: (typeof VERSIONS)[number]) {
  const answer = await get(version, { limit: "50" });
  return { answer, consistent: answer.headers.get("x-experience-api-consistent-through") };
}
