import { pino } from "pino";

import type { Env } from "./env.server.ts";

/** One line a request, one a refusal, bugs as errors; ids only, never a name or a number of a person. */
export function openLog(level: Env["logLevel"]) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export type Log = ReturnType<typeof openLog>;
