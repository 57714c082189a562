import type { MigrateOptions } from "./migrate.server.ts";
import { connect } from "./postgres-words.server.ts";

const START_LOCK = 30_819;

/**
 * Runs what fills a database at a start while no other starter or command does the same: two that load
 * places at once would each find them missing. `url`: as the owner of the tables.
 */
export async function withStartLock<Value>(
  url: string,
  report: Required<MigrateOptions>["report"],
  work: () => Promise<Value>,
): Promise<Value> {
  const client = await connect(url, "DATABASE_URL");
  try {
    // A transaction's lock passes through PgBouncer too; it ends with the connection, however that ends.
    await client.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0");
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${START_LOCK}) AS taken`,
    );
    if (rows[0]?.taken !== true) {
      report("Một tiến trình khác đang chuẩn bị cơ sở dữ liệu; chờ đến lượt…");
      await client.query(`SELECT pg_advisory_xact_lock(${START_LOCK})`);
    }
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}
