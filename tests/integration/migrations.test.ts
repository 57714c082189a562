import { setTimeout as pause } from "node:timers/promises";

import { expect } from "vitest";

import { migrate } from "#app/db/migrate.server.ts";
import { readMigrations } from "#app/db/migration-files.server.ts";

import { startCommand } from "../setup/command.ts";
import { type EmptyDatabase, test } from "../setup/empty-database.ts";

const all = await readMigrations();
const names = all.map(({ name }) => name);

test("a migration that is killed with its process is begun anew, and nothing of it was kept", async ({
  empty,
}) => {
  // Holds up the migration at its second statement until the process is dead.
  await migrate(empty.url, { migrations: all.slice(0, 1) });
  const starter = startCommand(["db:migrate"], { DATABASE_URL: empty.url });
  const ended = new Promise((resolve) => {
    starter.once("exit", resolve);
  });
  const holder = await holdTable(empty, "place");
  await until(async () => (await countWaiting(empty)) > 0);
  starter.kill("SIGKILL");
  await ended;
  await holder.letGo();
  // PostgreSQL still runs the script of the dead process to its end.
  await until(async () => (await countOthers(empty)) === 0);

  expect(await empty.query("SELECT to_regclass('xapi_statement_default') AS there")).toEqual([
    { there: null },
  ]);
  expect(await migrate(empty.url)).toEqual(names.slice(1));
});

test("four that start at once on an empty database bring it up together", async ({ empty }) => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(empty.url)));
  expect(applied.flat().toSorted()).toEqual(names);
  expect(await migrate(empty.url)).toEqual([]);
});

/** Those that the older program, which marked them apart, knew. */
const MARKED_APART = names.slice(0, 6);

test.for(MARKED_APART)(
  "what an older program left done but unmarked at %s is recognised",
  async (name, { empty }) => {
    await migrate(empty.url, { migrations: all.slice(0, names.indexOf(name) + 1) });
    await empty.query(
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1",
      [name],
    );
    await migrate(empty.url);
    expect(await marks(empty)).toEqual(names);
  },
);

test("what an older program began without leaving anything is done", async ({ empty }) => {
  await migrate(empty.url, { migrations: all.slice(0, 3) });
  await empty.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '', $1)`,
    [names[3]],
  );
  expect(await migrate(empty.url)).toEqual(names.slice(3));
});

test("a database that is newer than the program is refused, and told what that means", async ({
  empty,
}) => {
  await migrate(empty.url);
  await expect(migrate(empty.url, { migrations: all.slice(0, 4) })).rejects.toThrow(
    new RegExp(`mới hơn chương trình[^]*${names[4]}[^]*khôi phục bản sao lưu`, "u"),
  );
});

test("many rows are changed a few at a time, and a change that was cut off goes on", async ({
  empty,
}) => {
  const make = {
    name: "1_make",
    sql: "CREATE TABLE kept AS SELECT n, 0 AS shape FROM generate_series(1, 25) n",
  };
  const sql = `-- in steps
UPDATE kept SET shape = 1 WHERE n IN (SELECT n FROM kept WHERE shape = 0 LIMIT 10)`;
  await migrate(empty.url, { migrations: [make] });
  await empty.query("UPDATE kept SET shape = 1 WHERE n <= 7");
  await empty.query("CREATE TABLE step (rows int)");
  await empty.query(`CREATE FUNCTION count_step() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO step SELECT count(*) FROM changed; RETURN NULL; END $$`);
  await empty.query(`CREATE TRIGGER count_step AFTER UPDATE ON kept REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION count_step()`);

  expect(await migrate(empty.url, { migrations: [make, { name: "2_steps", sql }] })).toEqual([
    "2_steps",
  ]);
  expect(await empty.query("SELECT rows FROM step")).toEqual([
    { rows: 10 },
    { rows: 8 },
    { rows: 0 },
  ]);
});

test("a migration that fails says in PostgreSQL's words why and where, and leaves nothing", async ({
  empty,
}) => {
  const sql = "CREATE TABLE fresh (id int);\nSELECT 1;\nSELECT wanting FROM fresh;";
  await expect(migrate(empty.url, { migrations: [{ name: "1_wrong", sql }] })).rejects.toThrow(
    /1_wrong, dòng 3[^]*column "wanting" does not exist/u,
  );
  expect(await empty.query("SELECT to_regclass('fresh') AS there")).toEqual([{ there: null }]);
});

test("a server that is not there is named by the variable that says where it is", async () => {
  await expect(migrate("postgresql://somebody:geheim@127.0.0.1:1/nephoc")).rejects.toThrow(
    /^DATABASE_URL \(postgresql:\/\/somebody:…@127\.0\.0\.1:1\/nephoc\): không có PostgreSQL[^]*ECONNREFUSED/u,
  );
});

test("no migration ends its own transaction", () => {
  const own = all.filter(({ sql }) => /^\s*(?:COMMIT|ROLLBACK|BEGIN)\s*;/imu.test(sql));
  expect(own.map(({ name }) => name)).toEqual([]);
});

async function marks(empty: EmptyDatabase): Promise<readonly unknown[]> {
  const rows = await empty.query(
    `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ migration_name: name }) => name);
}

async function holdTable(
  { query }: EmptyDatabase,
  table: string,
): Promise<{ readonly letGo: () => Promise<unknown> }> {
  const held = query(`DO $$ BEGIN LOCK TABLE ${table}; PERFORM pg_sleep(60); END $$`).catch(
    () => undefined,
  );
  return {
    letGo: async () => {
      await query(
        `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
         WHERE query LIKE 'DO $$ BEGIN LOCK%' AND datname = current_database()`,
      );
      await held;
    },
  };
}

async function countWaiting({ query }: EmptyDatabase): Promise<number> {
  const [row] = await query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(row?.["waiting"]);
}

/** Whoever is connected beside this test's two connections. */
async function countOthers({ query }: EmptyDatabase): Promise<number> {
  const [row] = await query(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE '%xapi_statement_default%' AND pid <> pg_backend_pid()`,
  );
  return Number(row?.["others"]);
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < 600; tried += 1) {
    if (await reached()) return;
    await pause(50);
  }
  throw new Error("it never came");
}
