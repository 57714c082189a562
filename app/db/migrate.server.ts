import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import { checksumOf, isInSteps, type Migration, readMigrations } from "./migration-files.server.ts";
import { OperatorError } from "./operator-error.ts";
import { connect, postgresWords } from "./postgres-words.server.ts";

/** Transaction locks, since PgBouncer knows no others. One starter migrates, the others wait. */
const MIGRATION_LOCK = 30_818;
/** A migration that waits for a table makes everybody else wait behind it. */
const LOCK_SECONDS = 5;
const LOCK_TRIES = 60;
const OLDEST_SERVER = 15;

export interface MigrateOptions {
  /** Unset: those of this program. */
  readonly migrations?: readonly Migration[];
  readonly report?: (line: string) => void;
}

/** Brings a database to today's schema, as its owner; names what was applied. */
export async function migrate(
  url: string,
  { migrations, report = () => undefined }: MigrateOptions = {},
): Promise<readonly string[]> {
  const known = migrations ?? (await readMigrations());
  const client = await connect(url, "DATABASE_URL");
  try {
    await refuseOldServer(client);
    const applied: string[] = [];
    for (const migration of known) {
      if (await isFinished(client, migration.name)) continue;
      if (await applyPatiently({ client, known, report }, migration)) applied.push(migration.name);
    }
    await refuseNewerDatabase(client, known);
    return applied;
  } finally {
    await client.end();
  }
}

interface Migrating {
  readonly client: pg.Client;
  readonly known: readonly Migration[];
  readonly report: (line: string) => void;
}

/** Takes other people's locks as they come; answers false when another starter was first. */
async function applyPatiently(migrating: Migrating, migration: Migration): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    try {
      let turn = await applyOnce(migrating, migration);
      for (let step = 1; turn === "more"; step += 1) {
        if (step % 20 === 0) migrating.report(`${migration.name}: ${step} bước`);
        turn = await applyOnce(migrating, migration);
      }
      return turn === "applied";
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      const busy = error.code === "55P03" || error.code === "40P01";
      if (!busy || tried === LOCK_TRIES) throw migrationFault(error, migration);
      migrating.report(`${migration.name}: có người đang dùng bảng, thử lại`);
      await pause(1000);
    }
  }
}

type Turn = "applied" | "done-before" | "more";

/**
 * The change and its mark in one transaction: PostgreSQL goes on with a script whose sender was killed,
 * but commits nothing that it was not told to commit.
 */
async function applyOnce(migrating: Migrating, migration: Migration): Promise<Turn> {
  const { client, known } = migrating;
  await client.query("BEGIN");
  try {
    const turn = await applyLocked(migrating, migration);
    await client.query("COMMIT");
    return turn;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }

  async function applyLocked({ report }: Migrating, next: Migration): Promise<Turn> {
    await client.query(
      "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0",
    );
    await takeLock(client, report);
    await client.query(MARKS_TABLE);
    await refuseNewerDatabase(client, known);
    const marks = await marksOf(client, next.name);
    if (marks.includes("finished")) return "done-before";
    await client.query(`SET LOCAL lock_timeout = '${LOCK_SECONDS}s'`);
    if (isInSteps(next)) {
      const { rowCount } = await client.query(next.sql);
      if ((rowCount ?? 0) > 0) return "more";
    } else if (marks.includes("begun")) {
      await runUnlessThere(client, next, report);
    } else {
      await client.query(next.sql);
    }
    await mark(client, next);
    return "applied";
  }
}

async function takeLock(client: pg.Client, report: Migrating["report"]): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${MIGRATION_LOCK}) AS taken`,
  );
  if (rows[0]?.taken === true) return;
  report("Một tiến trình khác đang nâng cấp cơ sở dữ liệu; chờ đến lượt…");
  await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
}

/** As `prisma migrate` makes it, so that its own tools still read it. */
const MARKS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

async function hasMarks(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  return rows[0]?.there === true;
}

async function marksOf(
  client: pg.Client,
  name: string,
): Promise<readonly ("begun" | "finished")[]> {
  const { rows } = await client.query<{ finished: boolean }>(
    `SELECT finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE migration_name = $1`,
    [name],
  );
  return rows.map(({ finished }) => (finished ? "finished" : "begun"));
}

async function isFinished(client: pg.Client, name: string): Promise<boolean> {
  return (await hasMarks(client)) && (await marksOf(client, name)).includes("finished");
}

async function mark(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [migration.name]);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES ($1, $2, clock_timestamp(), $3, 1)`,
    [randomUUID(), checksumOf(migration), migration.name],
  );
}

/** duplicate_table, duplicate_object, duplicate_column, duplicate_function. */
const THERE_ALREADY = new Set(["42P07", "42710", "42701", "42723"]);

/**
 * The migrator before this one wrote its mark beside the transaction of the change. A mark that was begun
 * and not finished means all of the change or nothing of it: when its first object is there, all.
 */
async function runUnlessThere(
  client: pg.Client,
  { name, sql }: Migration,
  report: Migrating["report"],
): Promise<void> {
  await client.query("SAVEPOINT before_script");
  try {
    await client.query(sql);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !THERE_ALREADY.has(error.code ?? "")) throw error;
    await client.query("ROLLBACK TO SAVEPOINT before_script");
    report(`${name}: lần nâng cấp trước bị ngắt sau khi đã xong; nay được ghi nhận`);
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version",
  );
  if (Math.floor(Number(rows[0]?.number) / 10_000) >= OLDEST_SERVER) return;
  throw new OperatorError(
    `Máy chủ là PostgreSQL ${rows[0]?.version ?? "?"}: cần bản ${OLDEST_SERVER} trở lên.`,
  );
}

/** An older program would work on tables that it does not know, and fail in the middle of people's work. */
async function refuseNewerDatabase(client: pg.Client, known: readonly Migration[]): Promise<void> {
  if (!(await hasMarks(client))) return;
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND NOT migration_name = ANY ($1) ORDER BY 1`,
    [known.map(({ name }) => name)],
  );
  if (rows.length === 0) return;
  throw new OperatorError(
    `Cơ sở dữ liệu mới hơn chương trình này, không thể chạy lùi. Nó đã qua các bước nâng cấp mà bản này không biết:
${rows.map(({ name }) => `  ${name}`).join("\n")}
Hãy cài lại bản mới hơn. Muốn quay về bản này thì chỉ còn cách khôi phục bản sao lưu lấy trước khi nâng cấp
(npm run restore): mọi việc mọi người làm từ lúc ấy sẽ mất.`,
  );
}

function migrationFault(error: pg.DatabaseError, { name, sql }: Migration): OperatorError {
  const position = Number(error.position ?? 0);
  const line = position > 0 ? `, dòng ${sql.slice(0, position).split("\n").length}` : "";
  const advice =
    error.code === "42501"
      ? "\nTài khoản ở DATABASE_URL thiếu quyền: hãy chạy npm run setup, hoặc nhờ người quản trị PostgreSQL chạy các câu lệnh nó in ra."
      : "";
  return new OperatorError(
    `Không áp dụng được bước nâng cấp ${name}${line}; cơ sở dữ liệu vẫn như trước bước ấy.\n  ${postgresWords(error)}${advice}`,
    { cause: error },
  );
}
