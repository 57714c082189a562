import type { Deps } from "./deps.server.ts";
import { keepForwarding } from "./forwarding.server.ts";
import type { Log } from "./log.server.ts";
import { keepReminding } from "./reminding.server.ts";
import { keepUp } from "./upkeep.server.ts";

/** What a product does between requests. Answers how to stop it. */
export function startTasks(deps: Deps, log: Log): () => Promise<void> {
  const stopUpkeep = keepUp(deps, log);
  const stopReminding = keepReminding(deps, log);
  const stopForwarding = keepForwarding(deps, log);
  return async () => {
    stopUpkeep();
    stopReminding();
    await stopForwarding();
  };
}
