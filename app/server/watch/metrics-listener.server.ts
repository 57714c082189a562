import { createServer, type Server, type ServerResponse } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";

import type { Transact } from "#app/db/index.server.ts";

import { openMetrics } from "./open-metrics.ts";
import type { RequestCounter } from "./request-counter.ts";
import { readStanding } from "./standing.server.ts";

export interface MetricsOptions {
  readonly transact: Transact;
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly counter: RequestCounter;
  /** An address of its own: 127.0.0.1:9464. */
  readonly address: { readonly host: string; readonly port: number };
}

const TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const LOOP_RESOLUTION_MILLISECONDS = 20;

/** Serves /metrics where strangers do not come. */
export function listenMetrics(options: MetricsOptions): Promise<Server> {
  const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MILLISECONDS });
  delay.enable();
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    void answer(options, delay.percentile(99) / NANOSECONDS, response);
  });
  const { host, port } = options.address;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

const NANOSECONDS = 1e9;

async function answer(
  { transact, dataFolder, counter, now }: MetricsOptions,
  loopDelaySeconds: number,
  response: ServerResponse,
): Promise<void> {
  const standing = await readStanding(transact, dataFolder).catch(() => null);
  const { rss, heapUsed } = process.memoryUsage();
  const own = { rssBytes: rss, heapBytes: heapUsed, loopDelaySeconds };
  response.writeHead(200, { "content-type": TYPE });
  response.end(openMetrics(counter.counts(), own, standing, now()));
}
