import pg from "pg";

import { openDatabase } from "#app/db/index.server.ts";
import type { Pooler } from "#app/db/pooler.server.ts";
import { openSql } from "#app/db/sql.server.ts";
import { openDatabaseWatch } from "#app/server/adapters/database-watch.server.ts";

export interface ConnectionOptions {
  readonly databaseUrl: string;
  /** Role that connections take; null when the URL's own login is the application's. */
  readonly role: string | null;
  /** What stands before PostgreSQL. */
  readonly pooler?: Pooler | null;
  /** To the database, at most: pages, the record store, the limits and the watch share them. */
  readonly connections?: number;
}

const CONNECTIONS = 36;
/** Of nine, four are for pages, four for the record store and one for the limits; the watch has its own. */
const SHARE = 4 / 9;

/** The ways to the database of one process. */
export function openConnections(options: ConnectionOptions) {
  const { databaseUrl: url, pooler = null, connections = CONNECTIONS } = options;
  const watch = openDatabaseWatch(url);
  const role = options.role === null ? {} : { role: options.role };
  const each = Math.max(2, Math.floor((connections - 1) * SHARE));
  const shared = { ...role, pooler, connections: each, refuse: watch.refuse };
  const database = openDatabase(url, shared);
  const sql = openSql(url, shared);
  const pool = new pg.Pool({
    connectionString: url,
    max: Math.max(1, connections - 1 - 2 * each),
    // Whoever owns the tables may count tries as well as the application's role.
    ...(options.role === null || pooler !== null ? {} : { options: `-c role=${options.role}` }),
  });
  // An idle connection that dies with the database is replaced at the next query.
  pool.on("error", () => undefined);
  return { database, sql, pool, watch };
}
