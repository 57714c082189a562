import pg from "pg";

import type { Pooler } from "./pooler.server.ts";
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

export interface SqlOptions {
  readonly role?: string;
  /** At most; 16 when unset. */
  readonly connections?: number;
  /** What stands before PostgreSQL; it keeps no settings from one transaction to the next. */
  readonly pooler?: Pooler | null;
  /** Asked before each transaction; throws while none would get through. */
  readonly refuse?: () => void;
}

export function openSql(url: string, options: SqlOptions = {}): SqlPool {
  const { role, connections = 16, pooler = null, refuse = () => undefined } = options;
  const settings = [...(role === undefined ? [] : [`role=${role}`]), ...SETTINGS];
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECTION_MILLISECONDS,
    ...(pooler === null ? { options: settings.map((setting) => `-c ${setting}`).join(" ") } : {}),
  });
  const within: Within = {
    begin:
      pooler === null
        ? "BEGIN"
        : ["BEGIN", ...settings.map((setting) => `SET LOCAL ${setting}`)].join("; "),
    prepared: pooler?.prepares ?? true,
  };
  // A connection that dies with the database is replaced at the next query; the query that it carried fails.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    once: (text, values) =>
      withRetry(async () => {
        refuse();
        return pooler === null
          ? (await pool.query(named(text, values))).rows
          : inTransaction(pool, within, [], (sql) => sql.query(text, values));
      }),
    transact: (scope, work, limits) =>
      withRetry(async () => {
        refuse();
        return inTransaction(pool, { ...within, ...limits }, scope, work);
      }),
    close: () => pool.end(),
  };
}

/** How a transaction begins, and whether its statements may be prepared by name. */
interface Within extends Limits {
  readonly begin: string;
  readonly prepared: boolean;
}

async function inTransaction<Value>(
  pool: pg.Pool,
  { begin, prepared, milliseconds }: Within,
  scope: Scope,
  work: (sql: Sql) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const limit =
      milliseconds === undefined
        ? ""
        : `; SET LOCAL statement_timeout = ${Math.ceil(milliseconds)}`;
    await client.query(
      `${begin}${limit}; SELECT set_config('app.communes', ${pg.escapeLiteral(scopeText(scope))}, true)`,
    );
    const value = await work({
      query: async (text, values) => {
        const query = prepared ? named(text, values) : { text, values: [...(values ?? [])] };
        return (await client.query(query)).rows;
      },
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
