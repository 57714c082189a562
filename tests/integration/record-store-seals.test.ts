import { expect } from "vitest";

import { sealDays, type SealKey, sealKeyOf, verifySeals } from "#app/domain/xapi/index.server.ts";
import { BAC_HA, TA_VAN } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import { query, responding, store } from "./record-store-factory.ts";

const KEY = sealKeyOf(new Uint8Array(32).fill(7));
const NOW = new Date("2026-11-25T03:00:00Z");

const seal = ({ transact }: TestDatabase) => transact("everywhere", (db) => sealDays(db, KEY, NOW));
const report = ({ transact }: TestDatabase, ...keys: readonly SealKey[]) =>
  transact("everywhere", (db) => verifySeals(db, keys.length === 0 ? [KEY] : keys));

/** Behind the product's back, as the owner of the tables can. */
const tamper = (database: TestDatabase, sql: string) =>
  query(
    database.ownerUrl,
    `SET app.communes = '*'; SET app.lawful_erasure = 'on'; SET session_replication_role = replica; ${sql}`,
  );

const erasing = (id: string) =>
  `UPDATE xapi_statement SET payload = NULL, payload_hash = sha256(convert_to(payload, 'UTF8')), erasure_id = '${id}'
   WHERE stored < '2026-11-03'`;

/** Three days in one commune, one in another. */
async function fill(database: TestDatabase): Promise<void> {
  for (const day of ["2026-11-02", "2026-11-03", "2026-11-05"]) {
    const storedAt = new Date(`${day}T05:00:00Z`);
    await store(database.transact, [responding("một"), responding("hai")], { storedAt });
  }
  const storedAt = new Date("2026-11-03T05:00:00Z");
  await store(database.transact, [responding("ba")], { storedAt, communeId: TA_VAN });
}

test("a secret that was changed keeps the seals of the old one true, and a stranger's false", async ({
  database,
}) => {
  await fill(database);
  await seal(database);
  const next = sealKeyOf(new Uint8Array(32).fill(8));
  expect((await report(database, next, KEY)).faults).toEqual([]);
  expect((await report(database, next)).faults).toContainEqual(
    expect.objectContaining({ fault: "signature" }),
  );
});

test("each day of each commune that has ended is sealed once, and holds", async ({ database }) => {
  await fill(database);

  const sealed = await seal(database);
  expect(sealed.map(({ communeId, day, statements }) => [communeId, day, statements])).toEqual(
    [
      [BAC_HA, "2026-11-02", 2],
      [BAC_HA, "2026-11-03", 2],
      [BAC_HA, "2026-11-05", 2],
      [TA_VAN, "2026-11-03", 1],
    ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
  expect(await seal(database)).toEqual([]);
  expect(await report(database)).toEqual({
    days: 4,
    statements: 7,
    faults: [],
    strays: { gone: 0, unlisted: 0, unaccounted: 0, open: 0 },
  });
});

test("a day after the last seal goes on from it", async ({ database }) => {
  await fill(database);
  await seal(database);
  const storedAt = new Date("2026-11-06T05:00:00Z");
  await store(database.transact, [responding("bốn")], { storedAt });

  expect((await report(database)).strays.open).toBe(1);
  expect(await seal(database)).toHaveLength(1);
  expect((await report(database)).faults).toEqual([]);
});

test.for([
  [
    "a text that was changed",
    "UPDATE xapi_statement SET payload = replace(payload, 'một', 'bảy') WHERE stored < '2026-11-03'",
  ],
  [
    "another authority",
    "UPDATE xapi_statement SET authority_id = gen_random_uuid() WHERE stored < '2026-11-03'",
  ],
  [
    "a statement that was taken out",
    "DELETE FROM xapi_statement WHERE stored < '2026-11-03' AND payload::json #>> '{result,response}' = 'một'",
  ],
  [
    "a moved time",
    "UPDATE xapi_statement SET stored = stored + interval '1 second' WHERE stored < '2026-11-03' AND payload::json #>> '{result,response}' = 'hai'",
  ],
] as const)("%s is found in its day", async ([, sql], { database }) => {
  await fill(database);
  await seal(database);

  await tamper(database, sql);

  const { faults } = await report(database);
  expect(faults[0]).toEqual({ communeId: BAC_HA, day: "2026-11-02", fault: "changed" });
});

test("a seal that was taken out is missed by the next one", async ({ database }) => {
  await fill(database);
  await seal(database);

  await tamper(database, "DELETE FROM xapi_seal WHERE day = '2026-11-02'");

  const { faults } = await report(database);
  expect(faults).toContainEqual({ communeId: BAC_HA, day: "2026-11-03", fault: "changed" });
});

test("whoever makes seals anew has not the product's key", async ({ database }) => {
  await fill(database);
  await database.transact("everywhere", (db) =>
    sealDays(db, sealKeyOf(new Uint8Array(32).fill(8)), NOW),
  );

  const { faults } = await report(database);
  expect(new Set(faults.map(({ fault }) => fault))).toEqual(new Set(["signature"]));
});

test("what was taken out before the day was sealed is missed by its id", async ({ database }) => {
  await fill(database);

  await tamper(
    database,
    "DELETE FROM xapi_statement WHERE payload::json #>> '{result,response}' = 'ba'",
  );
  await seal(database);

  expect((await report(database)).strays.gone).toBe(1);
});

test("a text that is gone without an erasure is found, with one it is accounted for", async ({
  database,
}) => {
  await fill(database);
  await seal(database);
  const id = "01920000-0000-7000-8000-000000000001";

  await tamper(database, erasing(id));
  expect(await report(database)).toMatchObject({ faults: [], strays: { unaccounted: 1 } });

  await tamper(
    database,
    `INSERT INTO xapi_erasure (commune_id, id, at, by_name, basis, kind, statements, documents)
     VALUES ('${BAC_HA}', '${id}', now(), 'Cán bộ', 'Theo yêu cầu', 'person', 2, 0)`,
  );
  expect(await report(database)).toMatchObject({ faults: [], strays: { unaccounted: 0 } });
});
