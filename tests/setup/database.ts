import { resolve } from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

import { loadCriteria } from "#app/domain/criteria/index.server.ts";
import { openDatabase } from "#app/db/index.server.ts";
import { migrate } from "#app/db/migrate.server.ts";
import { loadPlaces } from "#app/domain/places/index.server.ts";
import { startEmbeddedPostgres } from "#app/server/embedded-postgres/supervisor.server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** As superuser, any database of it. */
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** One migrated template on a real server; every test clones it in milliseconds. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, template, stop } = await openTemplate("test");
  project.provide("databaseServer", server);
  project.provide("databaseTemplate", template);
  return stop;
}

export interface Template {
  /** As superuser, any database of it. */
  readonly server: string;
  /** The name of the database to clone. */
  readonly template: string;
  readonly stop: () => Promise<void>;
}

/** Projects run at the same time: `name` makes a server and a template of its own for each. */
export async function openTemplate(name: "test" | "record_store"): Promise<Template> {
  const template = `${name}_template`;
  const configured = process.env["TEST_DATABASE_SERVER"];
  const server =
    configured === undefined
      ? await startEmbeddedPostgres({
          directory: resolve(`var/${name}-postgres`),
          // Tests make and drop many databases and survive no power cut; fsync would cost minutes.
          settings: { fsync: "off", max_connections: "300" },
          log: () => undefined,
        })
      : { url: configured, stop: async () => undefined };

  await run(server.url, [
    `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`,
    `CREATE DATABASE ${template}`,
  ]);
  await fill(withDatabase(server.url, template));
  return { server: server.url, template, stop: () => server.stop() };
}

/** Schema, places and criteria, as after a first start. */
async function fill(url: string): Promise<void> {
  await migrate(url);
  const { transact, close } = openDatabase(url, { role: "nephoc_app" });
  const now = new Date("2026-11-22T03:00:00Z");
  await transact("everywhere", (db) => loadPlaces(db, { now, directory: "content/places" }));
  await transact("everywhere", (db) => loadCriteria(db, now, "content/criteria"));
  await close();
}

export function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
