import { expect, onTestFinished } from "vitest";

import { openSql, type Sql, type Transact } from "#app/db/index.server.ts";
import { canonicalJson } from "#app/domain/kernel/index.ts";
import { agentKey, type Position, type StatementQuery } from "#app/domain/xapi/index.ts";
import { findStatements, storeStatements } from "#app/domain/xapi/index.server.ts";
import { findPage } from "#app/domain/xapi/search.store.server.ts";
import { BAC_HA, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { PRODUCT, statementWith } from "./record-store-factory.ts";

const SCHOOL = {
  account: { homePage: "https://nep-hoc.example/xapi", name: "client:1" },
  objectType: "Agent",
};
const BOTH = [BAC_HA, TA_VAN];

interface Made {
  readonly agent: number;
  readonly verb: number;
  readonly activity: number;
  readonly parent: number;
  readonly communeId: string;
  readonly authority: object;
}
interface Kept extends Made {
  readonly id: string;
}

const who = (agent: number) => ({
  account: { homePage: "https://truong.example", name: `hoc-vien-${agent}` },
});
const verbOf = (verb: number) => `https://truong.example/verbs/${verb}`;
const activityOf = (activity: number) => `https://truong.example/bai/${activity}`;

/** Stores a batch and answers what was made of it. */
async function storeAll(
  transact: Transact,
  storedAt: Date,
  all: readonly Made[],
): Promise<readonly Kept[]> {
  const kept = all.map((made) => ({ made, statement: statementOf(made) }));
  for (const communeId of BOTH) {
    for (const authority of [PRODUCT, SCHOOL]) {
      const statements = kept
        .filter(({ made }) => made.communeId === communeId && made.authority === authority)
        .map(({ statement }) => statement);
      await transact([communeId], (db) =>
        storeStatements(db, { communeId, storedAt, authority, statements }),
      );
    }
  }
  return kept.map(({ made, statement }) => ({ ...made, id: statement.id }));
}

const statementOf = (made: Made) =>
  statementWith({
    actor: who(made.agent),
    verb: { id: verbOf(made.verb) },
    object: { id: activityOf(made.activity) },
    context: { contextActivities: { parent: [{ id: activityOf(made.parent) }] } },
  });

/** Numbers that are drawn the same in each run; small ones come often. */
function draws(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) ** 3 * below);
  };
}

/** Filters alone and by twos, each frequent, rare, or of nothing that there is. */
function queries(): readonly Partial<Made & { related: boolean }>[] {
  const ones = [0, 7, 99].flatMap((value) => [
    { agent: value },
    { verb: value },
    { activity: value },
    { activity: value, related: true },
  ]);
  return [{}, ...ones, ...ones.flatMap((one) => ones.map((other) => ({ ...one, ...other })))];
}

const matches = (asked: ReturnType<typeof queries>[number], made: Made) =>
  (asked.agent ?? made.agent) === made.agent &&
  (asked.verb ?? made.verb) === made.verb &&
  (asked.activity === undefined ||
    asked.activity === made.activity ||
    (asked.related === true && asked.activity === made.parent));

const queryOf = ({ agent, verb, activity, related }: ReturnType<typeof queries>[number]) => ({
  ...(agent === undefined ? {} : { agent: agentKey(who(agent)) }),
  ...(verb === undefined ? {} : { verb: verbOf(verb) }),
  ...(activity === undefined ? {} : { activity: activityOf(activity) }),
  ...(related === true ? { relatedActivities: true } : {}),
});

/** All pages together, as a client follows them. */
async function allPages(
  sql: Sql,
  query: StatementQuery,
  page: { limit: number; placesAtMost: number },
) {
  const ids: string[] = [];
  let after: Position | undefined;
  for (;;) {
    const found = await findPage(sql, query, { ...page, after });
    ids.push(...found.statements.map(({ id }) => id));
    if (found.more === null) return ids;
    after = found.more;
  }
}

test("whatever is asked by whomever, page by page each statement comes once, in its order, and none is missing", async ({
  database: { transact, url },
}) => {
  const draw = draws(7);
  const kept: Kept[] = [];
  for (let batch = 0; batch < 12; batch += 1) {
    const storedAt = new Date(Date.UTC(2026, 8 + Math.floor(batch / 4), 20, 1, batch));
    const all = Array.from({ length: 50 }, () => ({
      agent: draw(12),
      verb: draw(9),
      activity: draw(12),
      parent: draw(12),
      communeId: draw(3) === 0 ? BAC_HA : TA_VAN,
      authority: draw(5) === 0 ? PRODUCT : SCHOOL,
    }));
    kept.push(...(await storeAll(transact, storedAt, all)));
  }
  const inOrder = await transact(BOTH, (db) =>
    findStatements(db, { ascending: true }, { limit: 5000 }),
  );
  const made = new Map(kept.map((each) => [each.id, each]));
  const all = inOrder.statements.map(({ id }) => made.get(id)).filter((each) => each !== undefined);
  expect(all).toHaveLength(kept.length);

  const sql = openSql(url, { role: "nephoc_app" });
  onTestFinished(() => sql.close());
  for (const [at, asked] of queries().entries()) {
    for (const place of [{}, { communeId: BAC_HA }, { authority: SCHOOL }]) {
      const scope: StatementQuery =
        "authority" in place ? { authority: canonicalJson(place.authority) } : place;
      const ascending = at % 2 === 0;
      const found = await sql.transact(BOTH, (within) =>
        allPages(
          within,
          { ...queryOf(asked), ...scope, ascending },
          { limit: 23, placesAtMost: 290 },
        ),
      );
      const wanted = all.filter(
        (each) =>
          matches(asked, each) &&
          ("communeId" in place ? each.communeId === place.communeId : true) &&
          ("authority" in place ? each.authority === place.authority : true),
      );
      const ids = wanted.map(({ id }) => id);
      expect(found, JSON.stringify([asked, place])).toEqual(ascending ? ids : ids.toReversed());
    }
  }
});

/** Pages of the database that each statement of SQL touches, added up. */
function counting(sql: Sql): { readonly sql: Sql; readonly touched: () => number } {
  let touched = 0;
  return {
    touched: () => touched,
    sql: {
      query: async (text, values) => {
        const [plan] = await sql.query<{
          "QUERY PLAN": readonly [{ Plan: Record<string, number> }];
        }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
        const root = plan?.["QUERY PLAN"][0].Plan ?? {};
        touched += (root["Shared Hit Blocks"] ?? 0) + (root["Shared Read Blocks"] ?? 0);
        return sql.query(text, values);
      },
    },
  };
}

test("a search costs as much as its rarest filter, whoever asks: by authority, by commune, by one of two filters", async ({
  database: { transact, url },
}) => {
  const common = {
    agent: 1,
    verb: 1,
    activity: 1,
    parent: 2,
    communeId: TA_VAN,
    authority: SCHOOL,
  };
  for (let batch = 0; batch < 8; batch += 1) {
    const storedAt = new Date(Date.UTC(2026, 10, 20, 1, batch));
    await storeAll(
      transact,
      storedAt,
      Array.from({ length: 500 }, () => common),
    );
  }
  const [rare] = await storeAll(transact, new Date(Date.UTC(2026, 10, 20, 0)), [
    { ...common, activity: 3, communeId: BAC_HA, authority: PRODUCT },
  ]);

  const sql = openSql(url, { role: "nephoc_app" });
  onTestFinished(() => sql.close());
  const [agent, verb] = [agentKey(who(1)), verbOf(1)];
  for (const query of [
    { authority: canonicalJson(PRODUCT) },
    { authority: canonicalJson(PRODUCT), verb },
    { communeId: BAC_HA, verb },
    { communeId: BAC_HA, agent, activity: activityOf(1) },
    { agent, activity: activityOf(3) },
    { verb, activity: activityOf(3), relatedActivities: true },
  ]) {
    await sql.transact(BOTH, async (within) => {
      const counted = counting(within);
      const { statements, more } = await findPage(counted.sql, query, {
        limit: 50,
        placesAtMost: 5000,
      });
      const wanted = query.activity === activityOf(1) ? [] : [rare?.id];
      expect([statements.map(({ id }) => id), more], JSON.stringify(query)).toEqual([wanted, null]);
      expect(counted.touched(), JSON.stringify(query)).toBeLessThan(300);
    });
  }
});

test("two filters that are frequent each and rare together end a page after so many places, and it goes on", async ({
  database: { transact, url },
}) => {
  const even = { agent: 1, verb: 1, activity: 1, parent: 2, communeId: BAC_HA, authority: PRODUCT };
  const odd = { ...even, agent: 2, activity: 3 };
  const [both] = await storeAll(transact, new Date(Date.UTC(2026, 10, 20, 0)), [
    { ...even, activity: 3 },
  ]);
  for (let batch = 0; batch < 4; batch += 1) {
    const storedAt = new Date(Date.UTC(2026, 10, 20, 1, batch));
    const mixed = Array.from({ length: 500 }, (_, at) => (at % 2 === 0 ? even : odd));
    await storeAll(transact, storedAt, mixed);
  }
  const sql = openSql(url, { role: "nephoc_app" });
  onTestFinished(() => sql.close());
  const query = { agent: agentKey(who(1)), activity: activityOf(3) };
  await sql.transact(BOTH, async (within) => {
    const first = await findPage(within, query, { limit: 50, placesAtMost: 600 });
    expect(first.statements).toEqual([]);
    expect(first.more).not.toBeNull();
    const ids = await allPages(within, query, { limit: 50, placesAtMost: 600 });
    expect(ids).toEqual([both?.id]);
  });
});

test("a reading that takes too long is ended by the database", async ({ database: { url } }) => {
  const sql = openSql(url, { role: "nephoc_app" });
  onTestFinished(() => sql.close());

  await expect(
    sql.transact([], (within) => within.query("SELECT pg_sleep(20)"), { milliseconds: 50 }),
  ).rejects.toMatchObject({ code: "57014" });
  // The next one has as long as it needs.
  await sql.transact([], (within) => within.query("SELECT pg_sleep(0.1)"));
});
