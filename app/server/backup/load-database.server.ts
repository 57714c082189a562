import { z } from "zod";

import { migrate } from "#app/db/migrate.server.ts";
import { readMigrations } from "#app/db/migration-files.server.ts";
import { OperatorError } from "#app/db/operator-error.ts";
import { connect } from "#app/db/postgres-words.server.ts";
import type pg from "pg";

import { copyIn } from "./copy-rows.server.ts";
import type { DumpCounts, DumpHead } from "./dump-database.server.ts";
import type { FrameReader } from "./frames.server.ts";

const Head = z.object({
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  partitions: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
});

/**
 * Fills an empty database with what `dumpDatabase` wrote, in one transaction, and brings it to today's
 * schema. Answers the rows of each table, which are as many as were written.
 */
export async function loadDatabase(url: string, frames: FrameReader): Promise<DumpCounts> {
  const head = Head.parse(await frames.nextJson());
  const known = await readMigrations();
  const missing = head.migrations.filter((name) => !known.some((each) => each.name === name));
  if (missing.length > 0) {
    throw new OperatorError(
      `Bản sao lưu mới hơn chương trình này (${missing.join(", ")}): hãy cài bản mới hơn rồi khôi phục.`,
    );
  }
  await refuseFilled(url);
  await migrate(url, {
    migrations: known.filter(({ name }) => head.migrations.includes(name)),
  });
  const client = await connect(url, "DATABASE_URL");
  try {
    await client.query("BEGIN");
    const counts = await loadRows(client, head, frames);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    await migrate(url);
    return counts;
  } finally {
    await client.end();
  }
}

async function loadRows(
  client: pg.Client,
  head: DumpHead,
  frames: FrameReader,
): Promise<DumpCounts> {
  await client.query(
    "SELECT set_config('app.communes', '*', true), set_config('app.lawful_erasure', 'on', true)",
  );
  await client.query("SET LOCAL statement_timeout = 0");
  for (const statement of head.partitions) await client.query(statement);
  const names = head.tables.map(({ name }) => `public."${name}"`);
  await client.query(`TRUNCATE ${names.join(", ")}`);
  const forced = await forcedTables(client);
  // PostgreSQL copies into no table whose owner is bound by its policies.
  for (const table of forced)
    await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  const ahead = await linksAhead(client, head);
  for (const link of ahead) await client.query(`${link} DEFERRABLE INITIALLY DEFERRED`);
  for (const { name, columns } of head.tables) {
    const into = columns.map((column) => `"${column}"`).join(", ");
    await copyIn(client, `public."${name}" (${into})`, frames.untilEnd());
  }
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  for (const link of ahead) await client.query(`${link} NOT DEFERRABLE`);
  for (const table of forced) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  for (const { name, last, called } of head.sequences) {
    await client.query("SELECT setval($1::regclass, $2, $3)", [`public."${name}"`, last, called]);
  }
  const wanted = z.record(z.string(), z.number()).parse(await frames.nextJson());
  await frames.finish();
  await refuseOtherCounts(client, wanted);
  return wanted;
}

/** Foreign keys of tables that need each other, which name rows that are loaded later. */
async function linksAhead(client: pg.Client, { tables }: DumpHead): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string; needs: string; statement: string }>(
    `SELECT of.relname AS table, needed.relname AS needs,
       format('ALTER TABLE %s ALTER CONSTRAINT %I', of.oid::regclass, k.conname) AS statement
     FROM pg_constraint k JOIN pg_class of ON of.oid = k.conrelid
       JOIN pg_class needed ON needed.oid = k.confrelid
     WHERE k.contype = 'f' AND NOT k.condeferrable AND NOT of.relispartition
       AND of.relnamespace = 'public'::regnamespace`,
  );
  const place = (name: string) => tables.findIndex((table) => table.name === name);
  return rows
    .filter(({ table, needs }) => place(needs) > place(table))
    .map(({ statement }) => statement);
}

async function forcedTables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace`,
  );
  return rows.map(({ name }) => name);
}

async function refuseOtherCounts(client: pg.Client, wanted: DumpCounts): Promise<void> {
  for (const [table, rows] of Object.entries(wanted)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection asks one thing at a time
    const { rows: found } = await client.query<{ rows: string }>(
      `SELECT count(*)::text AS rows FROM public."${table}"`,
    );
    if (Number(found[0]?.rows) !== rows) {
      throw new OperatorError(
        `Bảng ${table} có ${found[0]?.rows ?? "?"} dòng, bản sao lưu ghi ${rows}: không khôi phục.`,
      );
    }
  }
}

/** A database into which somebody has written is nobody's place to restore. */
async function refuseFilled(url: string): Promise<void> {
  const client = await connect(url, "DATABASE_URL");
  try {
    const { rows } = await client.query<{ there: boolean }>(
      "SELECT to_regclass('public.person') IS NOT NULL AS there",
    );
    if (rows[0]?.there !== true) return;
    await client.query("BEGIN; SELECT set_config('app.communes', '*', true)");
    const { rows: people } = await client.query("SELECT FROM person LIMIT 1");
    await client.query("COMMIT");
    if (people.length > 0) {
      throw new OperatorError(
        "Cơ sở dữ liệu ở DATABASE_URL đã có người: chỉ khôi phục vào một cơ sở dữ liệu trống (npm run setup -- --database tên_khác).",
      );
    }
  } finally {
    await client.end();
  }
}
