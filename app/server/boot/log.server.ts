import { pino } from "pino";

import type { Env } from "./env.server.ts";

const STANDARD_OUTPUT = 1;

/**
 * One line a request, one a refusal, bugs as errors; ids only, never a name or a number of a person.
 * @param descriptor 2 where standard output belongs to what a command writes
 */
export function openLog(level: Env["logLevel"], descriptor: 1 | 2 = STANDARD_OUTPUT) {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: descriptor, sync: true }),
  );
}

export type Log = ReturnType<typeof openLog>;
