import type { IncomingMessage, ServerResponse } from "node:http";

import type { Transact } from "#app/db/index.server.ts";

import { readDisk } from "./standing.server.ts";

export interface HealthOptions {
  readonly transact: Transact;
  readonly dataFolder: string;
}

const PATIENCE_MILLISECONDS = 2000;
/** With less, a photograph may still be kept, and PostgreSQL's log soon may not. */
const FREE_BYTES_AT_LEAST = 200_000_000;

/**
 * Answers /healthz (this process lives) and /readyz (it can serve people: database and disk), and tells
 * whether it did. They say nothing that a stranger may not know.
 */
export function openHealth(
  options: HealthOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    switch (request.url) {
      case "/healthz":
        answer(response, 200, { alive: true });
        return true;
      case "/readyz":
        void answerReadiness(options, response);
        return true;
      case undefined:
      default:
        return false;
    }
  };
}

async function answerReadiness(options: HealthOptions, response: ServerResponse): Promise<void> {
  const ready = await readiness(options);
  answer(response, ready.database && ready.disk ? 200 : 503, ready);
}

async function readiness({ transact, dataFolder }: HealthOptions) {
  const [database, disk] = await Promise.all([
    inTime(transact([], (db) => db.$queryRaw`SELECT 1`).then(() => true)),
    inTime(readDisk(dataFolder).then(({ freeBytes }) => freeBytes > FREE_BYTES_AT_LEAST)),
  ]);
  return { database, disk };
}

async function inTime(check: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS);
  });
  const sound = await Promise.race([check.catch(() => false), late]);
  clearTimeout(timer);
  return sound;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(`${JSON.stringify(body)}\n`);
}
