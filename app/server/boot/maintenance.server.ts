import { ensurePartitions } from "#app/domain/xapi/index.server.ts";

import { noteSize } from "#app/server/watch/note-size.server.ts";

import type { Deps } from "./deps.server.ts";
import type { Log } from "./log.server.ts";
import { sealRecords } from "./seal-records.server.ts";

const SIX_HOURS_MILLISECONDS = 6 * 60 * 60 * 1000;

/** What a product that runs for months does between requests. Answers how to stop it. */
export function startMaintenance(deps: Deps, log: Log): () => void {
  const once = () => {
    upkeep(deps).catch((error: unknown) => log.error(error, "upkeep failed; it is tried again"));
  };
  const timer = setInterval(once, SIX_HOURS_MILLISECONDS);
  timer.unref();
  once();
  return () => clearInterval(timer);
}

async function upkeep(deps: Deps): Promise<void> {
  await deps.transact("everywhere", (db) => ensurePartitions(db, deps.now()));
  await sealRecords(deps);
  await deps.sessions.forgetExpired();
  await noteSize(deps.transact, deps.now());
}
