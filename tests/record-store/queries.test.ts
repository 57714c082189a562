import { expect, test } from "vitest";

import { at, idsOf, newId, objectOf, resultOf, type Version, VERSIONS } from "./ask.ts";
import {
  AGENT,
  foundIds,
  get,
  type Sent,
  SITE,
  somebody,
  something,
  SHA1,
  statementWith,
  stored,
  voiding,
} from "./statements.ts";

const newVerb = () => ({ id: `${SITE}/verbs/${newId()}` });

async function storedOf(version: Version, id: string): Promise<string> {
  return String(objectOf(await get(version, { statementId: id }))["stored"]);
}

/** Statements of one somebody that were stored one after the other, each with a time of its own. */
async function inARow(version: Version, count: number) {
  const actor = somebody();
  const statements: Sent[] = [];
  while (statements.length < count) {
    const statement = statementWith({ actor, object: something() });
    await stored(version, statement);
    statements.push(statement);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  return { actor, ids: statements.map(({ id }) => id) };
}

test.for(VERSIONS)(
  "XAPI-00159 XAPI-00154 XAPI-00110 XAPI-00113 a GET answers 200 with statements and at most one more (%s)",
  async (version) => {
    await stored(version, statementWith());
    const answer = await get(version, {});
    expect(answer.status).toBe(200);
    const { statements } = resultOf(answer);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      for (const key of ["id", "actor", "verb", "object", "stored", "authority", "timestamp"]) {
        expect(statement[key], key).toBeDefined();
      }
    }
  },
);

test.for(VERSIONS)(
  "XAPI-00156 XAPI-00158 statementId finds one statement, or answers 404 (%s)",
  async (version) => {
    const statement = statementWith();
    await stored(version, statement);
    const answer = await get(version, { statementId: statement.id });
    expect([answer.status, objectOf(answer)["id"]]).toEqual([200, statement.id]);
    const none = await get(version, { statementId: newId() });
    expect(none.status).toBe(404);
    expect(none.text).not.toBe("");
  },
);

test.for(VERSIONS)(
  "XAPI-00155 XAPI-00157 voidedStatementId finds what is voided, and nothing else (%s)",
  async (version) => {
    const [target, other] = [statementWith(), statementWith()];
    await stored(version, target, other, voiding(target.id));
    const answer = await get(version, { voidedStatementId: target.id });
    expect([answer.status, objectOf(answer)["id"]]).toEqual([200, target.id]);
    expect((await get(version, { voidedStatementId: other.id })).status).toBe(404);
  },
);

test.for(VERSIONS)(
  "XAPI-00150 XAPI-00151 with an id, no parameter but format and attachments (%s)",
  async (version) => {
    const statement = statementWith();
    const target = statementWith();
    await stored(version, statement, target, voiding(target.id));
    const others = {
      agent: JSON.stringify(AGENT),
      verb: `${SITE}/verbs/tried`,
      activity: `${SITE}/bai/1`,
      registration: newId(),
      related_activities: "true",
      related_agents: "true",
      since: "2001-01-01T00:00:00Z",
      until: "2999-01-01T00:00:00Z",
      limit: "1",
      ascending: "true",
    };
    for (const query of [{ statementId: statement.id }, { voidedStatementId: target.id }]) {
      for (const [name, value] of Object.entries(others)) {
        expect((await get(version, { ...query, [name]: value })).status, name).toBe(400);
      }
      for (const more of [{ format: "exact" }, { attachments: "false" }]) {
        expect((await get(version, { ...query, ...more })).status).toBe(200);
      }
    }
    const both = { statementId: statement.id, voidedStatementId: target.id };
    expect((await get(version, both)).status).toBe(400);
  },
);

test.for(VERSIONS)("XAPI-00149 XAPI-00112 finding nothing is no error (%s)", async (version) => {
  const answer = await get(version, { agent: somebody() });
  expect(answer.status).toBe(200);
  expect(resultOf(answer).statements).toEqual([]);
  expect(resultOf(answer).more ?? "").toBe("");
});

test.for(VERSIONS)(
  "XAPI-00181 XAPI-00164 agent finds its actor and object by each identifier, groups too (%s)",
  async (version) => {
    const name = newId();
    const whos = [
      { mbox: `mailto:${name}@ban-pho.example` },
      { mbox_sha1sum: `${name.replaceAll("-", "")}${SHA1}`.slice(0, 40) },
      { openid: `${SITE}/${name}` },
      { account: { homePage: SITE, name } },
    ];
    for (const who of whos) {
      const asActor = statementWith({ actor: { ...who, name: "Mỷ" } });
      const asObject = statementWith({ object: { objectType: "Agent", ...who } });
      const asMember = statementWith({ actor: { objectType: "Group", member: [who] } });
      const asInstructor = statementWith({ context: { instructor: who } });
      await stored(version, asActor, asObject, asMember, asInstructor);
      const ids = await foundIds(version, { agent: who });
      expect(ids).toContain(asActor.id);
      expect(ids).toContain(asObject.id);
      expect(ids).not.toContain(asInstructor.id);
      const named = await foundIds(version, {
        agent: { ...who, name: "other", objectType: "Agent" },
      });
      expect(named).toEqual(ids);
    }
    const group = { objectType: "Group", account: { homePage: SITE, name: `${name}-group` } };
    const ofGroup = statementWith({ actor: { ...group, member: [AGENT] } });
    await stored(version, ofGroup);
    expect(await foundIds(version, { agent: group })).toEqual([ofGroup.id]);
    const anonymous = { objectType: "Group", member: [AGENT] };
    expect((await get(version, { agent: anonymous })).status).toBe(400);
  },
);

test.for(VERSIONS)("XAPI-00180 verb finds its statements alone (%s)", async (version) => {
  const [verb, other] = [newVerb(), newVerb()];
  const statement = statementWith({ verb });
  await stored(version, statement, statementWith({ verb: other }));
  expect(await foundIds(version, { verb: verb.id })).toEqual([statement.id]);
});

test.for(VERSIONS)("XAPI-00179 activity finds its statements alone (%s)", async (version) => {
  const object = something();
  const statement = statementWith({ object });
  const near = statementWith({ context: { contextActivities: { parent: [object] } } });
  await stored(version, statement, near, statementWith({ object: something() }));
  expect(await foundIds(version, { activity: object.id })).toEqual([statement.id]);
});

test.for(VERSIONS)("XAPI-00178 registration finds its statements alone (%s)", async (version) => {
  const registration = newId();
  const statement = statementWith({ context: { registration: registration.toUpperCase() } });
  await stored(version, statement, statementWith({ context: { registration: newId() } }));
  expect(await foundIds(version, { registration })).toEqual([statement.id]);
});

test.for(VERSIONS)("XAPI-00164 all filters hold at once (%s)", async (version) => {
  const [actor, verb, object, registration] = [somebody(), newVerb(), something(), newId()];
  const context = { registration };
  const match = statementWith({ actor, verb, object, context });
  await stored(
    version,
    match,
    statementWith({ actor, verb, object }),
    statementWith({ actor, verb, context }),
    statementWith({ actor, object, context }),
    statementWith({ verb, object, context }),
  );
  const filters = { agent: actor, verb: verb.id, activity: object.id, registration };
  expect(await foundIds(version, filters)).toEqual([match.id]);
  expect((await foundIds(version, { agent: actor, verb: verb.id })).length).toBe(3);
});

test.for(VERSIONS)(
  "XAPI-00177 related_activities finds an activity in every place (%s)",
  async (version) => {
    const object = something();
    const places = [
      statementWith({ object }),
      ...["parent", "grouping", "category", "other"].map((key) =>
        statementWith({ context: { contextActivities: { [key]: [something(), object] } } }),
      ),
      planOf({ object }),
      planOf({ context: { contextActivities: { grouping: [object] } } }),
    ];
    await stored(version, ...places, statementWith({ object: something() }));
    const query = { activity: object.id, related_activities: "true" };
    expect((await foundIds(version, query)).toSorted()).toEqual(
      places.map(({ id }) => id).toSorted(),
    );
    const off = { activity: object.id, related_activities: "false" };
    expect(await foundIds(version, off)).toEqual([places[0]?.id]);
  },
);

function planOf(parts: Readonly<Record<string, unknown>>): Sent {
  const { id: _id, ...inner } = statementWith(parts);
  return statementWith({ object: { objectType: "SubStatement", ...inner } });
}

test.for(VERSIONS)(
  "XAPI-00176 related_agents finds somebody in every place (%s)",
  async (version) => {
    const who = somebody();
    const group = { objectType: "Group", member: [AGENT, who] };
    const places = [
      statementWith({ actor: who }),
      statementWith({ object: { objectType: "Agent", ...who } }),
      statementWith({ actor: group }),
      statementWith({ object: group }),
      statementWith({ context: { instructor: who } }),
      statementWith({ context: { team: group } }),
      planOf({ actor: who }),
      planOf({ object: { objectType: "Agent", ...who } }),
      planOf({ context: { instructor: who } }),
      ...(version === "2.0.0"
        ? [
            statementWith({
              context: { contextAgents: [{ objectType: "contextAgent", agent: who }] },
            }),
            statementWith({ context: { contextGroups: [{ objectType: "contextGroup", group }] } }),
          ]
        : []),
    ];
    await stored(version, ...places, statementWith({ actor: somebody() }));
    const found = await foundIds(version, { agent: who, related_agents: "true" });
    const missing = places.flatMap(({ id }, index) => (found.includes(id) ? [] : [index]));
    expect(missing).toEqual([]);
    expect(found.length).toBe(places.length);

    const mine = statementWith({ actor: who });
    await stored(version, mine);
    const authority = at(objectOf(await get(version, { statementId: mine.id })), "authority");
    const query = { agent: authority, related_agents: "true", limit: "1" };
    expect(await foundIds(version, query)).toEqual([mine.id]);
  },
);

test.for(VERSIONS)(
  "XAPI-00175 XAPI-00174 since is after a moment, until is up to it (%s)",
  async (version) => {
    const { actor, ids } = await inARow(version, 3);
    const middle = await storedOf(version, ids[1] ?? "");
    const ascending = "true";
    expect(await foundIds(version, { agent: actor, since: middle, ascending })).toEqual([ids[2]]);
    expect(await foundIds(version, { agent: actor, until: middle, ascending })).toEqual([
      ids[0],
      ids[1],
    ]);
    const first = await storedOf(version, ids[0] ?? "");
    expect(await foundIds(version, { agent: actor, since: first, until: middle })).toEqual([
      ids[1],
    ]);
    // The same moment by another clock.
    const local = new Date(new Date(middle).getTime() + 7 * 3_600_000).toISOString();
    const since = local.replace("Z", "+07:00");
    expect(await foundIds(version, { agent: actor, since })).toEqual([ids[2]]);
  },
);

test.for(VERSIONS)(
  "XAPI-00166 the last comes first, and with ascending the first (%s)",
  async (version) => {
    const { actor, ids } = await inARow(version, 4);
    const agent = actor;
    expect(await foundIds(version, { agent })).toEqual(ids.toReversed());
    expect(await foundIds(version, { agent, ascending: "false" })).toEqual(ids.toReversed());
    expect(await foundIds(version, { agent, ascending: "true" })).toEqual(ids);
  },
);

test.for(VERSIONS)(
  "XAPI-00173 limit is the most that comes; 0 is as many as the store gives (%s)",
  async (version) => {
    const { actor, ids } = await inARow(version, 4);
    const agent = actor;
    expect(await foundIds(version, { agent, limit: "1" })).toEqual([ids[3]]);
    expect(await foundIds(version, { agent, limit: "4" })).toEqual(ids.toReversed());
    expect(await foundIds(version, { agent, limit: "0" })).toEqual(ids.toReversed());
    const many = await get(version, { agent, limit: "1000000" });
    expect(idsOf(many)).toEqual(ids.toReversed());
  },
);
