import { inject } from "vitest";
import { expect, test } from "vitest";

import {
  type Answer,
  ask,
  authorization,
  idsOf,
  newId,
  resultOf,
  type Version,
  VERSIONS,
} from "./ask.ts";
import { get, referring, SITE, somebody, statementWith, stored } from "./statements.ts";

/** What stands behind `more`, asked for as a client does that knows the store's address alone. */
async function next(version: Version, answer: Answer): Promise<Answer> {
  const { baseUrl } = inject("recordStore");
  const url = new URL(resultOf(answer).more ?? "", baseUrl);
  const response = await fetch(url, {
    headers: { authorization: authorization(), "x-experience-api-version": version },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return { status: response.status, headers: response.headers, bytes, text };
}

/** Page after page; the first fault ends it. */
async function pages(version: Version, query: Readonly<Record<string, unknown>>) {
  const all = [await get(version, query)];
  for (let turns = 0; turns < 50; turns += 1) {
    const last = all.at(-1);
    if (last?.status !== 200 || (resultOf(last).more ?? "") === "") break;
    all.push(await next(version, last));
  }
  return all;
}

test.for(VERSIONS)(
  "XAPI-00108 XAPI-00111 XAPI-00114 XAPI-00109 more leads through all pages, each once, and is empty at the end (%s)",
  async (version) => {
    const actor = somebody();
    const statements = Array.from({ length: 10 }, () => statementWith({ actor }));
    await stored(version, ...statements);
    const ids = statements.map(({ id }) => id);
    for (const [ascending, limit] of [
      ["true", 3],
      ["false", 3],
      ["true", 1],
      ["false", 5],
      ["true", 10],
    ] as const) {
      const all = await pages(version, { agent: actor, limit: String(limit), ascending });
      expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
      for (const page of all) expect(idsOf(page).length).toBeLessThanOrEqual(limit);
      const order = ascending === "true" ? ids : ids.toReversed();
      expect(all.flatMap((page) => idsOf(page))).toEqual(order);
      const last = all.at(-1);
      expect(last === undefined ? "" : (resultOf(last).more ?? "")).toBe("");
    }
  },
);

test.for(VERSIONS)(
  "XAPI-00108 more is a relative IRL from the host, and carries every filter (%s)",
  async (version) => {
    const actor = somebody();
    const verb = { id: `${SITE}/verbs/${newId()}`, display: { vi: "thử", en: "tried" } };
    const statements = Array.from({ length: 4 }, () => statementWith({ actor, verb }));
    await stored(version, ...statements, statementWith({ actor }));
    const first = await get(version, {
      agent: { ...actor, name: "Mỷ & Pá" },
      verb: verb.id,
      limit: "1",
      format: "ids",
      ascending: "true",
    });
    const { more = "" } = resultOf(first);
    expect(more).toMatch(/^\/|^https?:/u);
    const second = await next(version, first);
    expect(second.text).not.toContain("display");
    expect(idsOf(second)).toEqual([statements[1]?.id]);
    // What is stored later than the page was made does not shift it.
    await stored(version, statementWith({ actor, verb }));
    expect(idsOf(await next(version, second))).toEqual([statements[2]?.id]);
    // It can be asked for again.
    expect((await next(version, first)).text).toBe(second.text);
  },
);

test.for(VERSIONS)(
  "XAPI-00164 pages follow references too, each statement once (%s)",
  async (version) => {
    const actor = somebody();
    const targets = Array.from({ length: 3 }, () => statementWith({ actor }));
    const comments = targets.map(({ id }) => referring(id));
    await stored(version, ...targets, ...comments);
    const all = await pages(version, { agent: actor, limit: "2", ascending: "true" });
    expect(all.flatMap((page) => idsOf(page))).toEqual(
      [...targets, ...comments].map(({ id }) => id),
    );
  },
);

test.for(VERSIONS)("XAPI-00012 a more that nobody gave out is refused (%s)", async (version) => {
  const actor = somebody();
  await stored(version, statementWith({ actor }), statementWith({ actor }));
  const { more = "" } = resultOf(await get(version, { agent: actor, limit: "1" }));
  const { baseUrl } = inject("recordStore");
  const { pathname, search } = new URL(more, baseUrl);
  for (const broken of [search.slice(0, -3), `${search}xyz`, `${search}&verb=x`]) {
    const response = await fetch(new URL(`${pathname}${broken}`, baseUrl), {
      headers: { authorization: authorization(), "x-experience-api-version": version },
    });
    expect(response.status, broken).toBeLessThan(500);
  }
});

test.for(VERSIONS)(
  "XAPI-00153 XAPI-00160 every answer says up to when it is consistent, as a time (%s)",
  async (version) => {
    const statement = statementWith();
    await stored(version, statement);
    const answers = [
      await get(version, {}),
      await get(version, { statementId: statement.id }),
      await get(version, { agent: somebody() }),
      await get(version, { statementId: newId() }),
      await get(version, { verb: "no IRI" }),
      await ask("HEAD", "/statements", { version }),
    ];
    for (const { headers, status } of answers) {
      const through = headers.get("x-experience-api-consistent-through") ?? "";
      expect(through, String(status)).toMatch(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/u,
      );
    }
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 a single statement says when it was stored as Last-Modified (%s)",
  async (version) => {
    const statement = statementWith();
    await stored(version, statement);
    const answer = await get(version, { statementId: statement.id });
    const when = new Date(String(JSON.parse(answer.text).stored));
    when.setUTCMilliseconds(0);
    expect(answer.headers.get("last-modified")).toBe(when.toUTCString());
  },
);
