import pg from "pg";

import { withRetry } from "./retry.server.ts";
import { type Scope, scopeText } from "./scope.ts";

/** A connection that speaks SQL: what the hot paths use in the place of Prisma. */
export interface Sql {
  /** Runs one statement with `$1`… and answers its rows. */
  readonly query: <Row extends object>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>;
}

export interface Limits {
  /** Each statement that takes longer fails (SQLSTATE 57014). */
  readonly milliseconds?: number;
}

export interface SqlPool {
  /** One statement in a transaction of its own, again when it meets a write conflict. No commune is in reach, unless the statement says so. */
  readonly once: Sql["query"];
  /** `work` in one transaction under `scope`, again when it meets a write conflict. */
  readonly transact: <Value>(
    scope: Scope,
    work: (sql: Sql) => Promise<Value>,
    limits?: Limits,
  ) => Promise<Value>;
  readonly close: () => Promise<void>;
}

/**
 * Plans are made once per connection: keys decide everything, so no value deserves another plan. A
 * page of a search is read in the order of an index and stops; joins that read whole tables never pay.
 */
const SETTINGS = [
  "plan_cache_mode=force_generic_plan",
  "enable_hashjoin=off",
  "enable_mergejoin=off",
  "enable_hashagg=off",
  "enable_bitmapscan=off",
  "enable_incremental_sort=off",
  "jit=off",
];

const CONNECTION_MILLISECONDS = 10_000;

export function openSql(
  url: string,
  options: {
    readonly role?: string;
    readonly connections?: number;
    readonly refuse?: () => void;
  } = {},
): SqlPool {
  const { refuse = () => undefined } = options;
  const settings = [...(options.role === undefined ? [] : [`role=${options.role}`]), ...SETTINGS];
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 16,
    connectionTimeoutMillis: CONNECTION_MILLISECONDS,
    options: settings.map((setting) => `-c ${setting}`).join(" "),
  });
  // A connection that dies with the database is replaced at the next query; the query that it carried fails.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    once: (text, values) =>
      withRetry(async () => {
        refuse();
        return (await pool.query(named(text, values))).rows;
      }),
    transact: (scope, work, limits) =>
      withRetry(async () => {
        refuse();
        return inTransaction(pool, scope, work, limits);
      }),
    close: () => pool.end(),
  };
}

async function inTransaction<Value>(
  pool: pg.Pool,
  scope: Scope,
  work: (sql: Sql) => Promise<Value>,
  { milliseconds }: Limits = {},
): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const limit =
      milliseconds === undefined
        ? ""
        : `; SET LOCAL statement_timeout = ${Math.ceil(milliseconds)}`;
    await client.query(
      `BEGIN${limit}; SELECT set_config('app.communes', ${pg.escapeLiteral(scopeText(scope))}, true)`,
    );
    const value = await work({
      query: async (text, values) => (await client.query(named(text, values))).rows,
    });
    await client.query("COMMIT");
    return value;
  } catch (error) {
    await client.query("ROLLBACK").catch((lost: unknown) => {
      broken = lost instanceof Error ? lost : new Error("rollback failed");
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

interface RawSql {
  readonly $queryRawUnsafe: <Rows>(text: string, ...values: unknown[]) => Promise<Rows>;
}

/** The transaction of Prisma, spoken to in SQL. */
export function sqlOf(db: RawSql): Sql {
  return { query: (text, values = []) => db.$queryRawUnsafe(text, ...values) };
}

const NAMES_AT_MOST = 500;
const names = new Map<string, string>();

/** The same text is prepared once per connection. */
function named(text: string, values: readonly unknown[] = []): pg.QueryConfig {
  const known = names.get(text);
  if (known !== undefined) return { name: known, text, values: [...values] };
  if (names.size === NAMES_AT_MOST) return { text, values: [...values] };
  const name = `q${names.size}`;
  names.set(text, name);
  return { name, text, values: [...values] };
}

/** The texts as one value of PostgreSQL's array type; null stands for NULL. */
export function arrayText(texts: readonly (string | null)[]): string {
  const parts = texts.map((text) => (text === null ? "NULL" : quoted(text)));
  return `{${parts.join(",")}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
}
