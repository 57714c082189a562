import { randomUUID } from "node:crypto";

import { inject, test as base } from "vitest";

import { openDatabase, type Transact } from "#app/db/index.server.ts";

import { run, withDatabase } from "./database.ts";

export interface TestDatabase {
  /** As the application: the role that owns nothing. */
  readonly transact: Transact;
  readonly url: string;
  /** As the owner of the tables. */
  readonly ownerUrl: string;
}

/** Gives `use` a migrated database of its own, dropped afterwards. */
async function withOwnDatabase(use: (database: TestDatabase) => Promise<void>): Promise<void> {
  const server = inject("databaseServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(server, [`CREATE DATABASE ${name} TEMPLATE ${inject("databaseTemplate")}`]);
  const url = withDatabase(server, name);
  const { transact, close } = openDatabase(url, { role: "nephoc_app", connections: 12 });
  await use({ transact, url, ownerUrl: url });
  await close();
  await run(server, [`DROP DATABASE ${name} WITH (FORCE)`]);
}

/** A test that is given a migrated database of its own, and another installation's when it asks. */
export const test = base.extend<{
  readonly database: TestDatabase;
  readonly otherDatabase: TestDatabase;
}>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
  database: async ({}, use) => withOwnDatabase(use),
  // oxlint-disable-next-line no-empty-pattern
  otherDatabase: async ({}, use) => withOwnDatabase(use),
});
