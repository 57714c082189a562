import { expect, test } from "vitest";

import { ask, at, objectOf, type Part } from "./ask.ts";
import { testRequirements } from "./requirements.ts";
import { ACCOUNT, AGENT, GROUP, post, SITE, statementWith, VERB } from "./statements.ts";

const context = (parts: Part): Part => ({ context: parts });
const contextAgent = (parts: Part = {}) =>
  context({ contextAgents: [{ objectType: "contextAgent", agent: AGENT, ...parts }] });
const contextGroup = (parts: Part = {}) =>
  context({ contextGroups: [{ objectType: "contextGroup", group: GROUP, ...parts }] });

testRequirements(
  [
    {
      number: "2.0 §4.2.2.5",
      says: "context agents are a list, each with its type and an agent",
      takes: {
        one: contextAgent(),
        "with types": contextAgent({ relevantTypes: [`${SITE}/helper`] }),
        account: contextAgent({ agent: { account: ACCOUNT } }),
        none: context({ contextAgents: [] }),
      },
      refuses: {
        "not in a list": context({
          contextAgents: { objectType: "contextAgent", agent: AGENT },
        }),
        "no type": contextAgent({ objectType: undefined }),
        "another type": contextAgent({ objectType: "Agent" }),
        "in another case": contextAgent({ objectType: "ContextAgent" }),
        "no agent": contextAgent({ agent: undefined }),
        "a group": contextAgent({ agent: GROUP }),
        nobody: contextAgent({ agent: { objectType: "Agent", name: "x" } }),
        "no types": contextAgent({ relevantTypes: [] }),
        "a type that is no IRI": contextAgent({ relevantTypes: ["helper"] }),
        "types not in a list": contextAgent({ relevantTypes: `${SITE}/helper` }),
        "another key": contextAgent({ note: "x" }),
      },
    },
    {
      number: "2.0 §4.2.2.5",
      says: "context groups are a list, each with its type and a group",
      takes: {
        one: contextGroup(),
        "with types": contextGroup({ relevantTypes: [`${SITE}/class`] }),
        identified: contextGroup({ group: { objectType: "Group", account: ACCOUNT } }),
      },
      refuses: {
        "not in a list": context({ contextGroups: { objectType: "contextGroup", group: GROUP } }),
        "no type": contextGroup({ objectType: undefined }),
        "another type": contextGroup({ objectType: "Group" }),
        "no group": contextGroup({ group: undefined }),
        "an agent": contextGroup({ group: AGENT }),
        "an empty group": contextGroup({ group: { objectType: "Group" } }),
        "no types": contextGroup({ relevantTypes: [] }),
        "a type that is no IRI": contextGroup({ relevantTypes: ["class"] }),
      },
    },
    {
      number: "2.0 §4.2.1",
      says: "additional properties are refused but in extensions",
      takes: { extension: { result: { extensions: { [`${SITE}/x`]: { any: ["thing"] } } } } },
      refuses: {
        statement: { extra: 1 },
        verb: { verb: { ...VERB, extra: 1 } },
        contextAgent: contextAgent({ extra: 1 }),
        contextGroup: contextGroup({ extra: 1 }),
        extensions: { extensions: { [`${SITE}/x`]: 1 } },
      },
    },
  ].map((row) => ({ ...row, versions: ["2.0.0"] as const })),
);

test("2.0 §4.2.2.5 context agents and groups come back as they were sent", async () => {
  const parts = {
    contextAgents: [{ objectType: "contextAgent", agent: AGENT, relevantTypes: [`${SITE}/x`] }],
    contextGroups: [{ objectType: "contextGroup", group: GROUP }],
  };
  const statement = statementWith(context(parts));
  expect((await post("2.0.0", statement)).status).toBe(200);
  const answer = await ask("GET", "/statements", { query: { statementId: statement.id } });
  expect(at(objectOf(answer), "context")).toEqual(parts);
});
