import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

const TRIES = 6;

/** Runs a transaction again when another one was in its way; `attempt` must not act outside the database. */
export async function withRetry<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === TRIES || !isWriteConflict(error)) throw error;
      await pause(randomInt(5, 20) * 2 ** tried);
    }
  }
}

/** Deadlocks and serialization failures reach us in four shapes. */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (code === "P2034" || code === "40P01" || code === "40001") return true;
  return /TransactionWriteConflict|\b40P01\b|\b40001\b/u.test(error.message);
}
