import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";

import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";

import { openBrowser } from "#tests/setup/browser.ts";

import { authorization, newId } from "./ask.ts";
import { SITE, somebody } from "./statements.ts";

const WRAPPER = "xapiwrapper/dist/xapiwrapper.min.js";

let content: Server;
let browser: Awaited<ReturnType<typeof openBrowser>>;

/** Content that runs elsewhere: a page of another origin with ADL's wrapper in it. */
beforeAll(async () => {
  const script = await readFile(createRequire(import.meta.url).resolve(WRAPPER));
  content = createServer((request, response) => {
    const isScript = request.url?.startsWith("/wrapper.js") === true;
    const type = isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type });
    response.end(isScript ? script : '<!doctype html><script src="/wrapper.js"></script>');
  });
  await new Promise<void>((resolve) => {
    content.listen(0, "127.0.0.1", resolve);
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  content.close();
});

/** Runs in the page, with the wrapper opened on the store; `done` turns a callback into a promise. */
async function inPage(steps: string): Promise<unknown> {
  const address = content.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${address.port}/`);
    // Without strict callbacks the wrapper says nothing of what was refused.
    const config = {
      endpoint: `${inject("recordStore").baseUrl}/`,
      auth: authorization(),
      strictCallbacks: true,
    };
    return await page.evaluate(`(async () => {
      ADL.XAPIWrapper.changeConfig(${JSON.stringify(config)});
      const xapi = ADL.XAPIWrapper;
      const done = (start) => new Promise((resolve) => {
        start((_error, xhr) => resolve({ status: xhr.status, text: xhr.responseText }));
      });
      ${steps}
    })()`);
  } finally {
    await page.close();
  }
}

const Answers = z.array(z.object({ status: z.number(), text: z.string() }));

test("ADL's xAPIWrapper sends and finds statements from a page of another origin", async () => {
  const actor = JSON.stringify({ ...somebody(), objectType: "Agent" });
  const back = await inPage(`
    const statement = (n) => ({
      actor: ${actor},
      verb: ADL.verbs.completed,
      object: { id: ${JSON.stringify(`${SITE}/${newId()}`)}, definition: { name: { vi: "Bài " + n } } },
    });
    const single = await done((callback) => xapi.sendStatement(statement(1), callback));
    const batch = await done((callback) => xapi.sendStatements([2, 3, 4].map(statement), callback));
    const built = new ADL.XAPIStatement(
      new ADL.XAPIStatement.Agent("mailto:my@ban-pho.example", "Mỷ"),
      new ADL.XAPIStatement.Verb("http://adlnet.gov/expapi/verbs/answered", "answered"),
      new ADL.XAPIStatement.Activity(${JSON.stringify(`${SITE}/${newId()}`)}, "Bài 5"),
    );
    const byClass = await done((callback) => xapi.sendStatement(built, callback));
    const query = { agent: JSON.stringify(${actor}), limit: 2, since: "2001-01-01T00:00:00Z" };
    const first = await done((callback) => xapi.getStatements(query, null, callback));
    const more = JSON.parse(first.text).more;
    const second = await done((callback) => xapi.getStatements(null, more, callback));
    const none = await done((callback) => xapi.getStatements({ statementId: ADL.ruuid() }, null, callback));
    return [single, batch, byClass, first, second, none];
  `);
  const [single, batch, byClass, first, second, none] = Answers.parse(back);
  expect([single, batch, byClass, first, second, none].map((one) => one?.status)).toEqual([
    200, 200, 200, 200, 200, 404,
  ]);
  const Page = z.object({ statements: z.array(z.object({ id: z.string() })) });
  const found = [first, second].flatMap(
    (one) => Page.parse(JSON.parse(one?.text ?? "")).statements,
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(4);
});

test("ADL's xAPIWrapper sends an attachment", async () => {
  const back = await inPage(`
    const statement = {
      actor: { mbox: "mailto:my@ban-pho.example" },
      verb: ADL.verbs.completed,
      object: { id: ${JSON.stringify(`${SITE}/1`)} },
    };
    const attachment = {
      type: {
        usageType: ${JSON.stringify(`${SITE}/paper`)},
        display: { vi: "Bài viết" },
        contentType: "text/plain; charset=ascii",
      },
      value: "Bài viết của Mỷ",
    };
    return [await done((callback) => xapi.sendStatement(statement, callback, [attachment]))];
  `);
  expect(Answers.parse(back).map(({ status, text }) => [status, text.length])).toEqual([[200, 40]]);
});

test("ADL's xAPIWrapper keeps states and profiles, with ETags", async () => {
  const [agent, activity] = [somebody(), `${SITE}/${newId()}`];
  const names = ["state", "agent profile", "activity profile"];
  const back = await inPage(`
    const agent = ${JSON.stringify(agent)};
    const activity = ${JSON.stringify(activity)};
    const kinds = [
      {
        send: (value, match, none, callback) => xapi.sendState(activity, agent, "x", null, value, match, none, callback),
        get: (callback) => xapi.getState(activity, agent, "x", null, null, callback),
        remove: (match, callback) => xapi.deleteState(activity, agent, "x", null, match, null, callback),
      },
      {
        send: (value, match, none, callback) => xapi.sendAgentProfile(agent, "x", value, match, none, callback),
        get: (callback) => xapi.getAgentProfile(agent, "x", null, callback),
        remove: (match, callback) => xapi.deleteAgentProfile(agent, "x", match, null, callback),
      },
      {
        send: (value, match, none, callback) => xapi.sendActivityProfile(activity, "x", value, match, none, callback),
        get: (callback) => xapi.getActivityProfile(activity, "x", null, callback),
        remove: (match, callback) => xapi.deleteActivityProfile(activity, "x", match, null, callback),
      },
    ];
    const all = [];
    for (const { send, get, remove } of kinds) {
      all.push(await done((callback) => send({ page: 1 }, null, "*", callback)));
      const first = await done(get);
      all.push(first);
      all.push(await done((callback) => send({ slide: 2 }, xapi.hash(first.text), null, callback)));
      all.push(await done((callback) => send({ slide: 3 }, xapi.hash(first.text), null, callback)));
      const second = await done(get);
      all.push(second);
      all.push(await done((callback) => remove(xapi.hash(second.text), callback)));
    }
    return all;
  `);
  const answers = Answers.parse(back);
  const each = [204, 200, 204, 412, 200, 204];
  expect(answers.map(({ status }) => status)).toEqual(names.flatMap(() => each));
  expect(JSON.parse(answers[4]?.text ?? "")).toEqual({ page: 1, slide: 2 });
});

test("ADL's xAPIWrapper reads about, persons and activities", async () => {
  const back = await inPage(`
    const about = await done((callback) =>
      ADL.XHR_request(xapi.lrs, xapi.lrs.endpoint + "about", "GET", null, null, callback, null, false, null, false, true));
    const person = await done((callback) => xapi.getAgents({ mbox: "mailto:my@ban-pho.example" }, callback));
    const activity = await done((callback) => xapi.getActivities(${JSON.stringify(`${SITE}/1`)}, callback));
    return [about, person, activity];
  `);
  expect(Answers.parse(back).map(({ status }) => status)).toEqual([200, 200, 200]);
});
