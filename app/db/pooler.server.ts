import type pg from "pg";

import { connect } from "./postgres-words.server.ts";

/** A pooler between us and PostgreSQL, as PgBouncer in transaction mode. */
export interface Pooler {
  /** Whether it carries prepared statements from one server connection to another (PgBouncer ≥ 1.21). */
  readonly prepares: boolean;
}

/** What stands between; null when it is PostgreSQL itself. */
export async function findPooler(url: string, variable: string): Promise<Pooler | null> {
  const client = await connect(url, variable);
  try {
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    // A pooler gives every client a number of its own.
    if (rows[0]?.pid === processIdOf(client)) return null;
    return { prepares: await keepsNames(client) };
  } finally {
    await client.end();
  }
}

/** Of the greeting (BackendKeyData), which pg keeps and does not type. */
function processIdOf(client: pg.Client): unknown {
  return "processID" in client ? client.processID : undefined;
}

/** A pooler that knows prepared statements gives them names of its own on the server. */
async function keepsNames(client: pg.Client): Promise<boolean> {
  await client.query("BEGIN");
  await client.query({ name: "nephoc_probe", text: "SELECT 1" });
  const { rows } = await client.query<{ same: boolean }>(
    "SELECT EXISTS (SELECT FROM pg_prepared_statements WHERE name = 'nephoc_probe') AS same",
  );
  const through = rows[0]?.same === true;
  // Left behind, it would be in the way of whoever is given this server connection next.
  if (through) await client.query("DEALLOCATE nephoc_probe");
  await client.query("ROLLBACK");
  return !through;
}
