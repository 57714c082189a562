import type { Deps } from "./deps.server.ts";
import { startForwarding } from "./forwarding.server.ts";
import type { Log } from "./log.server.ts";
import { startReminders } from "./reminders.server.ts";
import { startMaintenance } from "./maintenance.server.ts";

/** What a product does between requests. Answers how to stop it. */
export function startTasks(deps: Deps, log: Log): () => Promise<void> {
  const stopUpkeep = startMaintenance(deps, log);
  const stopReminding = startReminders(deps, log);
  const stopForwarding = startForwarding(deps, log);
  return async () => {
    stopUpkeep();
    stopReminding();
    await stopForwarding();
  };
}
