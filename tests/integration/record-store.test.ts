import { expect } from "vitest";

import { storeStatements } from "#app/domain/xapi/index.server.ts";
import { BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  kept,
  keptIds,
  outcomesOf,
  PRODUCT,
  query,
  responding,
  statementWith,
  store,
} from "./record-store-factory.ts";

test("a statement is kept once: sent again it is the same, with other content it conflicts", async ({
  database: { transact },
}) => {
  const { id } = statementWith();

  expect(outcomesOf(await store(transact, [responding("một", id)]))).toEqual(["stored"]);
  expect(outcomesOf(await store(transact, [responding("một", id)]))).toEqual(["same"]);
  expect(outcomesOf(await store(transact, [responding("hai", id.toUpperCase())]))).toEqual([
    "conflict",
  ]);
  const [only, ...more] = await kept(transact);
  expect([only?.payload["result"], more]).toEqual([{ response: "một" }, []]);
});

test("within one batch the first of an id is stored, each later one is compared with it", async ({
  database: { transact },
}) => {
  const { id } = statementWith();
  const batch = [
    responding("một", id),
    responding("một", id),
    responding("hai", id),
    responding("một", id),
  ];

  expect(outcomesOf(await store(transact, batch))).toEqual(["stored", "same", "conflict", "same"]);
  expect(await keptIds(transact)).toEqual([id]);
});

test("a statement that comes back as the store gave it out is the same", async ({
  database: { transact },
}) => {
  const sent = statementWith({
    timestamp: undefined,
    context: { contextActivities: { parent: { id: "https://a.example/1" } } },
  });
  await store(transact, [JSON.parse(JSON.stringify(sent))]);

  const [given] = await kept(transact);
  expect(given?.payload).toMatchObject({
    timestamp: NOW.toISOString(),
    stored: NOW.toISOString(),
    authority: PRODUCT,
    version: "2.0.0",
  });
  expect(
    outcomesOf(await store(transact, [given?.payload], { storedAt: new Date("2026-12-01") })),
  ).toEqual(["same"]);
  const moved = { ...given?.payload, timestamp: "2026-11-22T03:00:01Z" };
  expect(outcomesOf(await store(transact, [moved]))).toEqual(["conflict"]);
});

test("what the sender says of storing and vouching is not kept", async ({
  database: { transact },
}) => {
  const claim = {
    stored: "2001-01-01T00:00:00Z",
    authority: { mbox: "mailto:x@a.example" },
    version: "1.0.3",
  };
  await store(transact, [statementWith(claim)]);

  const [given] = await kept(transact);
  expect(given?.payload).toMatchObject({
    stored: NOW.toISOString(),
    authority: PRODUCT,
    version: "1.0.3",
  });
});

test("one that is invalid is named and stops no other", async ({ database: { transact } }) => {
  const [first, broken, last] = [
    statementWith(),
    statementWith({ verb: { id: "học" } }),
    statementWith(),
  ];

  const outcomes = await store(transact, [first, broken, null, "x", { id: "x" }, last]);

  expect(outcomesOf(outcomes)).toEqual([
    "stored",
    "invalid",
    "invalid",
    "invalid",
    "invalid",
    "stored",
  ]);
  expect(outcomes[1]).toEqual({
    id: broken?.id,
    outcome: "invalid",
    fault: "verb.id: not an absolute IRI",
  });
  expect(outcomes[2]).toMatchObject({ id: null });
  expect(await keptIds(transact)).toEqual([first?.id, last?.id]);
});

test("an empty batch is answered by nothing", async ({ database: { transact } }) => {
  expect(await store(transact, [])).toEqual([]);
});

test("many senders of the same statements at once store each exactly once", async ({
  database: { transact },
}) => {
  const statements = Array.from({ length: 40 }, (_, at) => responding(String(at)));
  const orders = [
    statements,
    statements.toReversed(),
    statements.slice(20),
    statements.toReversed().slice(10),
  ];

  const answers = await Promise.all([...orders, ...orders].map((batch) => store(transact, batch)));

  const outcomes = answers.flat();
  expect(outcomes.filter(({ outcome }) => outcome === "stored")).toHaveLength(40);
  expect(outcomes.filter(({ outcome }) => outcome === "conflict")).toEqual([]);
  expect((await keptIds(transact)).toSorted()).toEqual(statements.map(({ id }) => id).toSorted());
});

test("of many senders of one id with other content one wins, the others conflict", async ({
  database: { transact },
}) => {
  const { id } = statementWith();

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => store(transact, [responding(String(at), id)])),
  );

  const outcomes = answers.flatMap(outcomesOf).toSorted();
  expect(outcomes).toEqual([...Array.from({ length: 9 }, () => "conflict"), "stored"]);
  expect(await keptIds(transact)).toEqual([id]);
});

test("a batch that fails leaves nothing, and may be sent again", async ({
  database: { transact },
}) => {
  const statement = statementWith();
  const failing = transact([BAC_HA], async (db) => {
    await storeStatements(db, {
      communeId: BAC_HA,
      authority: PRODUCT,
      statements: [statement],
    });
    throw new Error("the line broke");
  });

  await expect(failing).rejects.toThrow("the line broke");
  expect(await keptIds(transact)).toEqual([]);
  expect(outcomesOf(await store(transact, [statement]))).toEqual(["stored"]);
});

test("one commune sees no other's statements and writes none for it", async ({
  database: { transact },
}) => {
  const [ours, theirs] = [statementWith(), statementWith()];
  await store(transact, [ours]);
  await store(transact, [theirs], { communeId: TA_VAN });

  expect(await keptIds(transact, [BAC_HA])).toEqual([ours?.id]);
  expect(await keptIds(transact, [TA_VAN])).toEqual([theirs?.id]);
  expect(await keptIds(transact, [])).toEqual([]);
  const foreign = store(transact, [statementWith()], { communeId: TA_VAN, scope: [BAC_HA] });
  await expect(foreign).rejects.toThrow(/row-level security/u);
  expect(await keptIds(transact)).toHaveLength(2);
});

test("an id that another commune used is used", async ({ database: { transact } }) => {
  const { id } = statementWith();
  await store(transact, [responding("một", id)]);

  expect(outcomesOf(await store(transact, [responding("một", id)], { communeId: TA_VAN }))).toEqual(
    ["same"],
  );
  expect(outcomesOf(await store(transact, [responding("hai", id)], { communeId: TA_VAN }))).toEqual(
    ["conflict"],
  );
});

test("voiding is a fact of its own, whichever came first", async ({
  database: { transact, url },
}) => {
  const target = statementWith();
  const voiding = statementWith({
    verb: { id: "http://adlnet.gov/expapi/verbs/voided" },
    object: { objectType: "StatementRef", id: target.id },
  });

  expect(outcomesOf(await store(transact, [voiding, target, voiding]))).toEqual([
    "stored",
    "stored",
    "same",
  ]);
  expect(await query(url, "SELECT target_id, voider_id FROM xapi_voiding")).toEqual([
    { target_id: target.id, voider_id: voiding.id },
  ]);
});
