import fc from "fast-check";
import { expect, test } from "vitest";

import { agentKey, Statement } from "#app/domain/xapi/index.ts";
import { keyFault, statementKeys } from "#app/domain/xapi/statement-keys.ts";

import {
  ACTIVITY,
  AGENT,
  anyStatement,
  OTHER_UUID,
  planned,
  statementWith,
  UUID,
} from "./statements.ts";

const person = (name: string) => ({ mbox: `mailto:${name}@ban-pho.example` });
const group = (...names: string[]) => ({
  objectType: "Group",
  member: names.map((name) => person(name)),
});
const activity = (name: string) => ({ id: `https://hoc.example/${name}` });

const long = (length: number, letter = "a") => ({
  id: `https://hoc.example/${letter.repeat(length)}`,
});

function keysOf(statement: unknown) {
  return statementKeys(Statement.parse(statement));
}

function agentsOf(statement: unknown): readonly string[] {
  const { agentKeys, relatedAgentKeys } = keysOf(statement);
  return [...agentKeys, ...relatedAgentKeys]
    .map((key) => key.replace("mbox:mailto:", "").replace("@ban-pho.example", ""))
    .toSorted();
}

function activitiesOf(statement: unknown): readonly string[] {
  const { activityId, relatedActivityIds } = keysOf(statement);
  return [...(activityId === null ? [] : [activityId]), ...relatedActivityIds]
    .map((id) => id.replace("https://hoc.example/", ""))
    .toSorted();
}

test("one identifier is one key, whatever else is said of her", () => {
  expect(agentKey({ account: { homePage: "https://a.example", name: "7" }, name: "Mỷ" })).toBe(
    "account:https://a.example|7",
  );
  expect(agentKey({ mbox: "mailto:My@Ban-Pho.Example" })).toBe("mbox:mailto:My@ban-pho.example");
  expect(agentKey({ mbox_sha1sum: "A".repeat(40) })).toBe(`mbox_sha1sum:${"a".repeat(40)}`);
  expect(agentKey({ openid: "https://my.example/" })).toBe("openid:https://my.example/");
});

test("a group without identifier is nobody that can be searched for, its members are", () => {
  const keys = keysOf(statementWith({ actor: group("my", "sung") }));

  expect(keys.agentKeys).toEqual([
    "mbox:mailto:my@ban-pho.example",
    "mbox:mailto:sung@ban-pho.example",
  ]);
  expect(keys.relatedAgentKeys).toEqual([]);
});

test("everyone in the statement, its context and its plan is a related agent", () => {
  const context = (prefix: string) => ({
    instructor: person(`${prefix}-instructor`),
    team: { ...group(`${prefix}-mate`), ...person(`${prefix}-team`) },
    contextAgents: [{ objectType: "contextAgent", agent: person(`${prefix}-agent`) }],
    contextGroups: [{ objectType: "contextGroup", group: group(`${prefix}-grouped`) }],
  });
  const plan = planned({
    actor: group("plan-actor"),
    object: { objectType: "Agent", ...person("plan-object") },
    context: context("plan"),
  });
  const statement = {
    ...plan,
    actor: person("actor"),
    context: context("its"),
    authority: person("voucher"),
  };

  expect(keysOf(statement).agentKeys).toEqual([agentKey(person("actor"))]);
  expect(agentsOf(statement)).toEqual([
    "actor",
    "its-agent",
    "its-grouped",
    "its-instructor",
    "its-mate",
    "its-team",
    "plan-actor",
    "plan-agent",
    "plan-grouped",
    "plan-instructor",
    "plan-mate",
    "plan-object",
    "plan-team",
    "voucher",
  ]);
});

test("object and every context activity, also of a plan, is a related activity", () => {
  const context = (prefix: string) => ({
    contextActivities: {
      parent: activity(`${prefix}-parent`),
      grouping: [activity(`${prefix}-grouping`)],
      category: [activity(`${prefix}-category`)],
      other: [activity(`${prefix}-other`), activity(`${prefix}-other`)],
    },
  });
  const plan = {
    ...planned({ object: activity("object"), context: context("plan") }),
    context: context("its"),
  };

  expect(activitiesOf(plan)).toEqual([
    "its-category",
    "its-grouping",
    "its-other",
    "its-parent",
    "object",
    "plan-category",
    "plan-grouping",
    "plan-other",
    "plan-parent",
  ]);
});

test("only an object that is an activity is the statement's activity", () => {
  expect(keysOf(statementWith()).activityId).toBe(ACTIVITY.id);
  expect(
    keysOf(statementWith({ object: { objectType: "Agent", ...AGENT } })).activityId,
  ).toBeNull();
  expect(keysOf(planned()).activityId).toBeNull();
});

test("a statement refers to another, and voids it when its verb says so", () => {
  const object = { objectType: "StatementRef", id: OTHER_UUID.toUpperCase() };
  const verb = { id: "http://adlnet.gov/expapi/verbs/voided" };

  expect(keysOf(statementWith({ object }))).toMatchObject({
    refersTo: OTHER_UUID,
    voids: null,
    activityId: null,
  });
  expect(keysOf(statementWith({ object, verb }))).toMatchObject({
    refersTo: OTHER_UUID,
    voids: OTHER_UUID,
  });
  expect(keysOf(planned({ object, verb }))).toMatchObject({ refersTo: null, voids: null });
});

test("the registration is read in lower case", () => {
  expect(
    keysOf(statementWith({ context: { registration: UUID.toUpperCase() } })).registration,
  ).toBe(UUID);
});

test("every key of any statement can be kept as text, each once", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyStatement, (statement) => {
      const keys = keysOf(statement);
      const { agentKeys, activityId, relatedAgentKeys, relatedActivityIds } = keys;
      const own = activityId === null ? [] : [activityId];
      const all = [...agentKeys, ...relatedAgentKeys, ...own, ...relatedActivityIds];
      for (const key of [...all, keys.verb]) expect(key).not.toMatch(/[\0\p{Cs}]/u);
      expect(new Set(all).size).toBe(all.length);
      expect(keyFault(keys)).toBeNull();
    }),
  );
});

test("a key too long for an index is named, counted in bytes", () => {
  expect(keyFault(keysOf(statementWith({ object: long(980) })))).toBeNull();
  expect(keyFault(keysOf(statementWith({ object: long(981) })))).toMatch(
    /activity id.*1000 bytes/u,
  );
  expect(keyFault(keysOf(statementWith({ verb: long(500, "ế") })))).toMatch(/verb/u);
  expect(
    keyFault(
      keysOf(
        statementWith({
          actor: { account: { homePage: "https://a.example", name: "7".repeat(2000) } },
        }),
      ),
    ),
  ).toMatch(/agent/u);
  expect(
    keyFault(
      keysOf(statementWith({ actor: group(...Array.from({ length: 100 }, (_, at) => `p${at}`)) })),
    ),
  ).toBeNull();
});
