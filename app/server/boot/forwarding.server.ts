import { setTimeout as pause } from "node:timers/promises";

import { forwardStep } from "#app/domain/exchange/index.server.ts";

import type { Deps } from "./deps.server.ts";
import type { Log } from "./log.server.ts";

/** So that one store that answers slowly does not hold up all others. */
const WORKERS = 2;
const IDLE_MILLISECONDS = 1000;
const FAULT_MILLISECONDS = 15_000;
const STOP_MILLISECONDS = 5000;

/**
 * Sends statements on as long as the product runs. Several products on one database share the work:
 * a forward is in one worker's hands at a time. Answers how to stop it; what is not finished soon
 * is sent once more by whoever comes next.
 */
export function startForwarding(deps: Deps, log: Log): () => Promise<void> {
  const stopped = new AbortController();
  const workers = Array.from({ length: WORKERS }, () => work(deps, log, stopped.signal));
  return async () => {
    stopped.abort();
    await Promise.race([Promise.all(workers), pause(STOP_MILLISECONDS, undefined, { ref: false })]);
  };
}

async function work(deps: Deps, log: Log, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- a worker does one thing at a time
    const waited = await turn(deps, log);
    // oxlint-disable-next-line no-await-in-loop
    if (waited > 0) await pause(waited, undefined, { signal: stopped }).catch(() => undefined);
  }
}

/** One step; answers how long to wait before the next, in milliseconds. */
async function turn(deps: Deps, log: Log): Promise<number> {
  try {
    const outcome = await forwardStep(deps);
    switch (outcome.kind) {
      case "idle":
        return IDLE_MILLISECONDS;
      case "worked": {
        const { forwardId, sent, dead, more } = outcome;
        if (sent + dead > 0) log.info({ forwardId, sent, dead }, "statements forwarded");
        return more ? 0 : IDLE_MILLISECONDS;
      }
      case "failed": {
        const { forwardId, fault } = outcome;
        log.warn({ forwardId, fault: fault.code, status: fault.status }, "forwarding failed");
        return 0;
      }
      case "lost":
        log.warn({ forwardId: outcome.forwardId }, "a forward was taken over");
        return 0;
    }
  } catch (error) {
    log.error(error, "forwarding broke; it is tried again");
    return FAULT_MILLISECONDS;
  }
}
