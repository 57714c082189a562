import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { ensurePartitions, findStatements } from "#app/domain/xapi/index.server.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  EXTENSION,
  kept,
  outcomesOf,
  query,
  responding,
  statementWith,
  store,
} from "./record-store-factory.ts";

const levels = (json: unknown) => statementWith({ result: { extensions: { [EXTENSION]: json } } });

test("text that PostgreSQL has no letter for is refused wherever it stands", async ({
  database: { transact },
}) => {
  const odd = ["a\u0000b", "a\uD83Dc", "a\uDE00"];
  const statements = odd.flatMap((text) => [
    statementWith({ result: { response: text } }),
    statementWith({ result: { extensions: { [EXTENSION]: { [text]: 1 } } } }),
    statementWith({ actor: { account: { homePage: "https://a.example", name: text } } }),
    statementWith({ object: { id: `https://a.example/${text}` } }),
  ]);

  const outcomes = await store(transact, statements);

  expect(new Set(outcomesOf(outcomes))).toEqual(new Set(["invalid"]));
  expect(outcomesOf(await store(transact, [responding("😀 bản")]))).toEqual(["stored"]);
});

test("a key too long for an index is invalid, a long text is not", async ({
  database: { transact },
}) => {
  const random = Array.from({ length: 40 }, () => uuidv7()).join("");
  const long = statementWith({ object: { id: `https://a.example/${random}` } });
  const account = { homePage: "https://a.example", name: random };
  const fits = random.slice(0, 900);
  const widest = statementWith({
    actor: { account: { ...account, name: fits } },
    verb: { id: `https://a.example/${fits}` },
    object: { id: `https://b.example/${fits}` },
  });
  const megabyte = responding("ế".repeat(350_000));

  const outcomes = await store(transact, [
    long,
    statementWith({ actor: { account } }),
    widest,
    megabyte,
  ]);

  expect(outcomesOf(outcomes)).toEqual(["invalid", "invalid", "stored", "stored"]);
  expect(outcomes[0]).toMatchObject({
    id: long.id,
    fault: expect.stringContaining("longer than 1000 bytes"),
  });
  expect((await kept(transact)).at(-1)?.payload["result"]).toEqual({
    response: "ế".repeat(350_000),
  });
});

test("a bottomless extension is invalid, and stops no other", async ({
  database: { transact },
}) => {
  const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;
  const shallow = JSON.parse(`${"[".repeat(199)}1${"]".repeat(199)}`) as unknown;

  expect(
    outcomesOf(await store(transact, [levels(deep), levels(shallow), statementWith()])),
  ).toEqual(["invalid", "stored", "stored"]);
});

test("a large group is found by each of its members", async ({ database: { transact } }) => {
  const member = Array.from({ length: 300 }, (_, at) => ({
    mbox: `mailto:p${at}@ban-pho.example`,
  }));

  expect(
    outcomesOf(await store(transact, [statementWith({ actor: { objectType: "Group", member } })])),
  ).toEqual(["stored"]);
  for (const agent of ["mbox:mailto:p0@ban-pho.example", "mbox:mailto:p299@ban-pho.example"]) {
    const found = await transact("everywhere", (db) => findStatements(db, { agent }, { limit: 2 }));
    expect(found.statements).toHaveLength(1);
  }
});

test(
  "thousands of statements are one batch, in their order",
  { timeout: 120_000 },
  async ({ database: { transact, url } }) => {
    const statements = Array.from({ length: 6000 }, (_, at) => responding(String(at)));

    const outcomes = await store(transact, statements);

    expect(new Set(outcomesOf(outcomes))).toEqual(new Set(["stored"]));
    const [row] = await query(
      url,
      `SELECT count(*)::int AS kept,
            count(*) FILTER (WHERE (payload::json -> 'result' ->> 'response')::int = place)::int AS in_order
     FROM (SELECT payload, row_number() OVER (ORDER BY sequence) - 1 AS place FROM xapi_statement) AS ordered`,
    );
    expect(row).toEqual({ kept: 6000, in_order: 6000 });
    expect(new Set(outcomesOf(await store(transact, statements)))).toEqual(new Set(["same"]));
  },
);

test("statements lie in the month in which they were stored, by Greenwich", async ({
  database: { transact, url },
}) => {
  const moments = [
    "2026-11-30T23:59:59.999Z",
    "2026-12-01T00:00:00.000Z",
    "2026-12-01T06:59:00.000Z",
    "2031-05-05T00:00:00.000Z",
  ];
  for (const moment of moments)
    await store(transact, [statementWith()], { storedAt: new Date(moment) });

  const rows = await query(
    url,
    `SELECT tableoid::regclass::text AS partition FROM xapi_statement ORDER BY stored`,
  );

  expect(rows.map(({ partition }) => partition)).toEqual([
    "xapi_statement_202611",
    "xapi_statement_202612",
    "xapi_statement_202612",
    "xapi_statement_203105",
  ]);
});

test("partitions are made ahead, as often as asked", async ({ database: { transact, url } }) => {
  const later = new Date("2028-11-30T23:00:00Z");
  await transact("everywhere", (db) => ensurePartitions(db, later));
  await transact("everywhere", (db) => ensurePartitions(db, later));

  const rows = await query(
    url,
    `SELECT relname FROM pg_class WHERE relname ~ '^xapi_statement_20(28|29)\\d\\d$' ORDER BY relname`,
  );
  expect(rows.map(({ relname }) => relname)).toEqual([
    "xapi_statement_202811",
    "xapi_statement_202812",
  ]);
});
