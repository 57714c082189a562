import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import type { Log } from "./log.server.ts";

/** Beside those of migrations and starts. */
const TASKS_LOCK = 30_820;
const AGAIN_MILLISECONDS = 5000;

/**
 * Runs tasks in one of all processes on a database: whoever holds the lock. When that one ends, however it ends,
 * its connection ends with it and another takes over. Answers how to stop.
 */
export function startTasksOnce(
  url: string,
  log: Log,
  start: () => () => Promise<void>,
): () => Promise<void> {
  const stopped = new AbortController();
  const kept = keep();

  async function keep(): Promise<void> {
    while (!stopped.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one turn after another
      await holdTurn(url, stopped.signal, start).catch((error: unknown) =>
        log.warn({ err: error }, "the turn for tasks was lost; it is asked for again"),
      );
      // oxlint-disable-next-line no-await-in-loop
      await pause(AGAIN_MILLISECONDS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  }

  return async () => {
    stopped.abort();
    await kept;
  };
}

/** Until the connection is lost or it is to stop; at once when another process has the turn. */
async function holdTurn(
  url: string,
  stopped: AbortSignal,
  start: () => () => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.once("end", () => resolve());
  });
  await client.connect();
  try {
    // A transaction's lock, since PgBouncer knows no others; it reads nothing and so holds up no vacuum.
    await client.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0");
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${TASKS_LOCK}) AS taken`,
    );
    if (rows[0]?.taken !== true || stopped.aborted) return;
    const stop = start();
    await Promise.race([lost, aborted(stopped)]);
    await stop();
  } finally {
    await client.end().catch(() => undefined);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
