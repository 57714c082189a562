import XAPI, { type Statement } from "@xapi/xapi";
import { expect, inject, test } from "vitest";
import { z } from "zod";

import { authorization, newId, VERSIONS } from "./ask.ts";
import { sha256 } from "./multipart.ts";
import { SITE, somebody } from "./statements.ts";

/** Its types know no 2.0.0, which it sends all the same. */
const Options = z.custom<ConstructorParameters<typeof XAPI>[0]>();
const Tagged = z.object({ etag: z.string() });

function clientOf(version: string): XAPI {
  const { baseUrl } = inject("recordStore");
  const options = Options.parse({
    endpoint: baseUrl,
    auth: authorization(),
    version,
    adapter: "fetch",
  });
  return new XAPI(options);
}

const newAgent = () => ({ objectType: "Agent" as const, ...somebody() });
const newActivity = () => `${SITE}/${newId()}`;

function statementOf(parts: Partial<Statement> = {}): Statement {
  return {
    actor: newAgent(),
    verb: XAPI.Verbs.COMPLETED,
    object: { objectType: "Activity", id: newActivity() },
    ...parts,
  };
}

test.for(VERSIONS)("@xapi/xapi %s sends, finds and pages statements", async (version) => {
  const xapi = clientOf(version);
  const actor = newAgent();
  const one = await xapi.sendStatement({ statement: statementOf({ actor }) });
  const many = await xapi.sendStatements({
    statements: Array.from({ length: 4 }, () => statementOf({ actor })),
  });
  const ids = [...one.data, ...many.data];
  expect(ids.length).toBe(5);
  const [first = ""] = ids;
  const single = await xapi.getStatement({ statementId: first, format: "exact" });
  expect(single.data.id).toBe(first);
  const found: (string | undefined)[] = [];
  let page = await xapi.getStatements({ agent: actor, ascending: true, limit: 2 });
  for (let pages = 0; pages < 10; pages += 1) {
    found.push(...page.data.statements.map(({ id }) => id));
    const { more } = page.data;
    if (more === undefined || more === "") break;
    const next = await xapi.getMoreStatements({ more });
    if (!("statements" in next.data)) throw new Error("a page without statements");
    page = { ...next, data: next.data };
  }
  expect(found).toEqual(ids);
  const filtered = await xapi.getStatements({
    agent: actor,
    verb: XAPI.Verbs.COMPLETED.id,
    since: "2001-01-01T00:00:00Z",
    until: "2999-01-01T00:00:00Z",
    related_agents: true,
    related_activities: true,
    format: "ids",
  });
  expect(filtered.data.statements.length).toBe(5);
});

test.for(VERSIONS)("@xapi/xapi %s voids statements", async (version) => {
  const xapi = clientOf(version);
  const actor = newAgent();
  const { data: ids } = await xapi.sendStatements({
    statements: [statementOf({ actor }), statementOf({ actor }), statementOf({ actor })],
  });
  const [one = "", two = "", three = ""] = ids;
  await xapi.voidStatement({ actor, statementId: one });
  await xapi.voidStatements({ actor, statementIds: [two, three] });
  for (const voidedStatementId of ids) {
    const { data } = await xapi.getVoidedStatement({ voidedStatementId });
    expect(data.id).toBe(voidedStatementId);
  }
  await expect(xapi.getStatement({ statementId: one })).rejects.toThrow("no such statement");
});

test.for(VERSIONS)("@xapi/xapi %s sends an attachment and reads it back", async (version) => {
  const xapi = clientOf(version);
  const content = new TextEncoder().encode("Bài viết của Mỷ").buffer;
  const statement = statementOf({
    attachments: [
      {
        usageType: XAPI.AttachmentUsages.SUPPORTING_MEDIA,
        display: { vi: "Bài viết" },
        contentType: "text/plain",
        length: content.byteLength,
        sha2: sha256(new Uint8Array(content)),
      },
    ],
  });
  const { data: ids } = await xapi.sendStatement({ statement, attachments: [content] });
  const [statementId = ""] = ids;
  const { data } = await xapi.getStatement({ statementId, attachments: true });
  const [kept, attachment] = data;
  expect(kept.id).toBe(statementId);
  expect(String(attachment)).toContain("Bài viết của Mỷ");
  const list = await xapi.getStatements({ agent: newAgent(), attachments: true });
  expect(list.data[0].statements).toEqual([]);
});

test.for(VERSIONS)("@xapi/xapi %s keeps states", async (version) => {
  const xapi = clientOf(version);
  const where = { agent: newAgent(), activityId: newActivity() };
  const [stateId, registration] = ["bookmark", newId()];
  await xapi.createState({ ...where, stateId, state: { page: 1 } });
  await xapi.createState({ ...where, stateId, state: { slide: 2 } });
  const first = await xapi.getState({ ...where, stateId });
  expect(first.data).toEqual({ page: 1, slide: 2 });
  const { etag } = Tagged.parse(first.headers);
  await xapi.setState({ ...where, stateId, state: { page: 9 }, etag, matchHeader: "If-Match" });
  const stale = { ...where, stateId, state: {}, etag, matchHeader: "If-Match" as const };
  await expect(xapi.setState(stale)).rejects.toThrow("the document is not the one");
  await xapi.createState({ ...where, registration, stateId: "other", state: { x: 1 } });
  expect((await xapi.getStates({ ...where, registration })).data).toEqual(["other"]);
  await xapi.deleteState({ ...where, registration, stateId: "other" });
  await xapi.deleteStates(where);
  expect((await xapi.getStates(where)).data).toEqual([]);
});

test.for(VERSIONS)("@xapi/xapi %s keeps profiles of agents and activities", async (version) => {
  const xapi = clientOf(version);
  const [agent, activityId, profileId] = [newAgent(), newActivity(), "profile"];
  const star = { etag: "*", matchHeader: "If-None-Match" as const };
  await xapi.setAgentProfile({ agent, profileId, profile: { a: 1 }, ...star });
  await xapi.createAgentProfile({ agent, profileId, profile: { b: 2 } });
  const ofAgent = await xapi.getAgentProfile({ agent, profileId });
  expect(ofAgent.data).toEqual({ a: 1, b: 2 });
  expect((await xapi.getAgentProfiles({ agent })).data).toEqual([profileId]);
  await xapi.setActivityProfile({ activityId, profileId, profile: { c: 3 }, ...star });
  await xapi.createActivityProfile({ activityId, profileId, profile: { d: 4 } });
  const ofActivity = await xapi.getActivityProfile({ activityId, profileId });
  expect(ofActivity.data).toEqual({ c: 3, d: 4 });
  const since = "2001-01-01T00:00:00Z";
  expect((await xapi.getActivityProfiles({ activityId, since })).data).toEqual([profileId]);
  const { etag: agentTag } = Tagged.parse(ofAgent.headers);
  await xapi.deleteAgentProfile({ agent, profileId, etag: agentTag });
  const { etag: activityTag } = Tagged.parse(ofActivity.headers);
  await xapi.deleteActivityProfile({ activityId, profileId, etag: activityTag });
  expect((await xapi.getAgentProfiles({ agent })).data).toEqual([]);
});

test.for(VERSIONS)("@xapi/xapi %s reads about, persons and activities", async (version) => {
  const xapi = clientOf(version);
  expect((await xapi.getAbout()).data.version).toContain(version);
  const actor = { ...newAgent(), name: "Giàng Thị Mỷ" };
  const id = newActivity();
  const definition = { name: { vi: "Bài một" }, type: `${SITE}/lesson` };
  await xapi.sendStatement({
    statement: statementOf({ actor, object: { objectType: "Activity", id, definition } }),
  });
  const person = await xapi.getAgent({ agent: actor });
  expect(person.data.name).toEqual(["Giàng Thị Mỷ"]);
  const activity = await xapi.getActivity({ activityId: id });
  expect(activity.data.definition).toEqual(definition);
});
