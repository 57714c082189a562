import { ensurePartitions } from "#app/domain/xapi/index.server.ts";

import { noteFailedJobs } from "#app/server/watch/note-failed-jobs.server.ts";
import { noteSize } from "#app/server/watch/note-size.server.ts";
import type { FailedJob } from "#app/server/watch/standing.server.ts";

import type { Deps } from "./deps.server.ts";
import type { Log } from "./log.server.ts";
import { sealRecords } from "./seal-records.server.ts";

const SIX_HOURS_MILLISECONDS = 6 * 60 * 60 * 1000;

/** What a product that runs for months does between requests. Answers how to stop it. */
export function startMaintenance(deps: Deps, log: Log): () => void {
  const once = () => {
    upkeep(deps, log).catch((error: unknown) =>
      log.error(error, "upkeep failed; it is tried again"),
    );
  };
  const timer = setInterval(once, SIX_HOURS_MILLISECONDS);
  timer.unref();
  once();
  return () => clearInterval(timer);
}

/** Each by itself: one that fails keeps no other from its work, and is remembered until it went well. */
async function upkeep(deps: Deps, log: Log): Promise<void> {
  const { transact } = deps;
  const jobs: readonly (readonly [FailedJob["job"], () => Promise<unknown>])[] = [
    ["partitions", () => transact("everywhere", (db) => ensurePartitions(db, deps.now()))],
    ["seals", () => sealRecords(deps)],
    ["sessions", () => deps.sessions.forgetExpired()],
    ["sizes", () => noteSize(transact, deps.now())],
  ];
  const failed: FailedJob[] = [];
  for (const [job, work] of jobs) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after another, beside people's requests
      await work();
    } catch (error) {
      log.error({ err: error, job }, "upkeep failed; it is tried again");
      failed.push({ job, at: deps.now() });
    }
  }
  await noteFailedJobs(transact, failed, deps.now());
}
