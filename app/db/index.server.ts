import { PrismaPg } from "@prisma/adapter-pg";

import { type Prisma, PrismaClient } from "./generated/client.ts";
import type { Pooler } from "./pooler.server.ts";
import { withRetry } from "./retry.server.ts";
import { type Scope, scopeText } from "./scope.ts";

export { DatabaseAway, isDatabaseAway } from "./away.server.ts";
export { type Scope, scopeText } from "./scope.ts";
export { arrayText, openSql, type Sql, sqlOf, type SqlPool } from "./sql.server.ts";

/** A connection inside a transaction; stores are given one and never ask for another. */
export type Db = Prisma.TransactionClient;

/**
 * Runs `work` in one transaction under `scope`. A refusal (`{ ok: false }`) rolls it back and is
 * returned; a write conflict is tried again, so `work` must not act outside the database.
 */
export type Transact = <Value>(scope: Scope, work: (db: Db) => Promise<Value>) => Promise<Value>;

export interface Database {
  readonly transact: Transact;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** Role that every connection takes, when the URL logs in as another. */
  readonly role?: string;
  /** Connections at most; 16 when unset. */
  readonly connections?: number;
  /** Asked before each transaction; throws while none would get through. */
  readonly refuse?: () => void;
  /** What stands before PostgreSQL: the role is then taken in each transaction. */
  readonly pooler?: Pooler | null;
}

const CONNECTION_MILLISECONDS = 10_000;

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { role, pooler = null } = options;
  const client = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: options.connections ?? 16,
      connectionTimeoutMillis: CONNECTION_MILLISECONDS,
      ...(role === undefined || pooler !== null ? {} : { options: `-c role=${role}` }),
    }),
  });
  const { refuse = () => undefined } = options;
  return {
    transact: (scope, work) =>
      withRetry(async () => {
        refuse();
        return inTransaction(client, { scope, role: pooler === null ? undefined : role }, work);
      }),
    close: () => client.$disconnect(),
  };
}

/** Thrown to make a transaction roll back; what was refused is kept beside it. */
class Rollback extends Error {
  override readonly name = "Rollback";
}

async function inTransaction<Value>(
  client: PrismaClient,
  { scope, role }: { readonly scope: Scope; readonly role: string | undefined },
  work: (db: Db) => Promise<Value>,
): Promise<Value> {
  const communes = scopeText(scope);
  const refused: Value[] = [];
  try {
    return await client.$transaction(
      async (db) => {
        await (role === undefined
          ? db.$executeRaw`SELECT set_config('app.communes', ${communes}, true)`
          : db.$executeRaw`SELECT set_config('app.communes', ${communes}, true), set_config('role', ${role}, true)`);
        const value = await work(db);
        if (isRefusal(value)) {
          refused.push(value);
          throw new Rollback("refused");
        }
        return value;
      },
      { maxWait: 10_000, timeout: 60_000 },
    );
  } catch (error) {
    const [value] = refused;
    if (error instanceof Rollback && value !== undefined) return value;
    throw error;
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}
