import { randomUUID } from "node:crypto";

import pg from "pg";
import { inject, test as base } from "vitest";

import { run, withDatabase } from "./database.ts";

export interface EmptyDatabase {
  /** As superuser. */
  readonly url: string;
  readonly query: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
}

/** Gives `use` a database with nothing in it, dropped afterwards. */
export async function withEmptyDatabase(
  use: (empty: EmptyDatabase) => Promise<void>,
): Promise<void> {
  const server = inject("databaseServer");
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  await run(server, [`CREATE DATABASE ${name}`]);
  const url = withDatabase(server, name);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const query: EmptyDatabase["query"] = async (text, values = []) =>
    (await pool.query<Record<string, unknown>>(text, [...values])).rows;
  await use({ url, query });
  await pool.end();
  await run(server, [`DROP DATABASE ${name} WITH (FORCE)`]);
}

/** A test that is given a database with nothing in it. */
export const test = base.extend<{ readonly empty: EmptyDatabase }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
  empty: async ({}, use) => withEmptyDatabase(use),
});
