import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { appendAudit } from "#app/domain/audit/index.server.ts";
import { addPerson, addVillage, BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

/** Tables with a commune's rows that anybody may read: the list of places itself. */
const PUBLIC = new Set(["place", "place_predecessor"]);

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("every table of a commune is under forced row-level security", async ({ database }) => {
  const tables = await query<{ name: string; forced: boolean; policies: number }>(
    database.ownerUrl,
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
            (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'commune_id'
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace`,
  );

  const guarded = tables.filter(({ name }) => !PUBLIC.has(name));
  expect(guarded.length).toBeGreaterThan(25);
  expect(guarded.filter(({ forced, policies }) => !forced || policies !== 1)).toEqual([]);
});

test("the application cannot go round the guard through a month's partition", async ({
  database,
}) => {
  const rows = await query<{ name: string }>(
    database.ownerUrl,
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relispartition AND c.relkind = 'r'
       AND has_table_privilege('nephoc_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
  );

  expect(rows).toEqual([]);
});

test("with the reach of one commune, another's rows can be neither seen, changed, removed nor added", async ({
  database,
}) => {
  const { transact } = database;
  const here = await addPerson(transact, { villageId: await addVillage(transact) });
  const there = await addPerson(transact, {
    communeId: TA_VAN,
    villageId: await addVillage(transact, { communeId: TA_VAN }),
  });

  const seen = await transact([BAC_HA], (db) => db.person.findMany());
  const changed = await transact([BAC_HA], (db) =>
    db.person.updateMany({ where: { id: there.personId }, data: { fullName: "khác" } }),
  );
  const removed = await transact([BAC_HA], (db) =>
    db.consent.deleteMany({ where: { communeId: TA_VAN } }),
  );
  const added = transact([BAC_HA], (db) =>
    db.evidence.create({
      data: {
        communeId: TA_VAN,
        id: uuidv7(),
        personId: there.personId,
        title: "x",
        description: "",
        indicators: ["1"],
        happenedOn: NOW,
        createdAt: NOW,
      },
    }),
  );
  const moved = transact([BAC_HA], (db) =>
    db.person.update({
      where: { communeId_id: { communeId: BAC_HA, id: here.personId } },
      data: { communeId: TA_VAN },
    }),
  );

  expect(seen.map(({ id }) => id)).toEqual([here.personId]);
  expect(changed.count).toBe(0);
  expect(removed.count).toBe(0);
  await expect(added).rejects.toThrow(/row-level security/u);
  await expect(moved).rejects.toThrow(/row-level security/u);
});

test("without a reach nothing at all is seen", async ({ database }) => {
  const { transact } = database;
  await addPerson(transact, { villageId: await addVillage(transact) });

  expect(await transact([], (db) => db.person.count())).toBe(0);
});

test("nobody writes into another commune's audit chain", async ({ database }) => {
  const writing = database.transact([BAC_HA], (db) =>
    appendAudit(db, [
      {
        communeId: TA_VAN,
        at: NOW,
        actor: { personId: null, name: "ai đó", office: "" },
        action: "x.y",
        subjectKind: "x",
        subjectId: "1",
        detail: null,
      },
    ]),
  );

  await expect(writing).rejects.toThrow(/row-level security/u);
});
