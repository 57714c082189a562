import { resolve } from "node:path";

import pg from "pg";

import { joinEmbeddedPostgres } from "#app/server/embedded-postgres/join.server.ts";
import { startEmbeddedPostgres } from "#app/server/embedded-postgres/supervisor.server.ts";
import type { Env } from "./env.server.ts";
import type { Log } from "./log.server.ts";

/** The role of the migrations that owns nothing; row-level security holds it to a commune. */
const APP_ROLE = "nephoc_app";
const EMBEDDED_DATABASE = "nephoc";

export interface OpenedDatabase {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  /** What the application connects to, and the role it takes there. */
  readonly appUrl: string;
  readonly appRole: string | null;
  readonly embedded: boolean;
  readonly stop: () => Promise<void>;
}

/** The configured server, or the embedded one under our supervisor. */
export async function openServer(
  env: Env,
  log: Log,
  /** "join": beside a product that serves the embedded database already. */
  how: "own" | "join" = "own",
): Promise<OpenedDatabase> {
  if (env.databaseUrl !== null) {
    return {
      ownerUrl: env.databaseUrl,
      appUrl: env.databaseAppUrl ?? env.databaseUrl,
      appRole: env.databaseAppUrl === null ? APP_ROLE : null,
      embedded: false,
      stop: async () => undefined,
    };
  }
  const directory = resolve(env.dataFolder, "postgres");
  const joined = how === "join" ? await joinEmbeddedPostgres(directory) : null;
  if (joined !== null) return embedded(joined, async () => undefined);
  const server = await startEmbeddedPostgres({
    directory,
    log: (line) => log.debug({ postgres: line }),
    onRestart: () => log.warn("postgres was started again"),
  });
  return embedded(server.url, () => server.stop());
}

async function embedded(serverUrl: string, stop: OpenedDatabase["stop"]): Promise<OpenedDatabase> {
  const ownerUrl = await ensureDatabase(serverUrl, EMBEDDED_DATABASE);
  return { ownerUrl, appUrl: ownerUrl, appRole: APP_ROLE, embedded: true, stop };
}

/** Makes a database when it is not there, and answers its URL. */
async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
