import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import pg from "pg";

import { applyMigrations, type Migration } from "./schema-engine.server.ts";

const FOLDER = "prisma/migrations";

async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      sql: await readFile(join(FOLDER, name, "migration.sql"), "utf8"),
    })),
  );
}

/** Brings a database to today's schema, as its owner; names what was applied. */
export async function migrate(url: string): Promise<readonly string[]> {
  const migrations = await readMigrations();
  const applied = await startedMigrations(url);
  const pending = migrations.some(({ name }) => applied.get(name) !== "finished");
  if (!pending) return [];
  return applyMigrations(url, migrations);
}

/**
 * What Prisma's table says of each migration. One that was begun and never finished was cut off by a
 * crash; since each runs as one transaction nothing of it is there, so its line is taken back.
 */
async function startedMigrations(url: string): Promise<ReadonlyMap<string, "finished">> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const table = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
    if (table.rows[0]?.name === null) return new Map();
    await client.query(`DELETE FROM _prisma_migrations WHERE finished_at IS NULL`);
    const { rows } = await client.query<{ migration_name: string }>(
      `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`,
    );
    return new Map(rows.map(({ migration_name: name }) => [name, "finished" as const]));
  } finally {
    await client.end();
  }
}
