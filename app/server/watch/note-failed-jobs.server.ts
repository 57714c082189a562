import type { Transact } from "#app/db/index.server.ts";

import type { FailedJob } from "./standing.server.ts";

const NAME = "failed-jobs";

/** Writes what failed when everything was tried last; nothing, once all went well. */
export function noteFailedJobs(
  transact: Transact,
  failed: readonly FailedJob[],
  now: Date,
): Promise<void> {
  return transact("everywhere", async (db) => {
    const value = JSON.stringify(failed);
    await db.installationFact.upsert({
      where: { name: NAME },
      create: { name: NAME, value, since: now },
      update: { value, since: now },
    });
  });
}
