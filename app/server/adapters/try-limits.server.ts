import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import type { TryLimit } from "#app/domain/identity/index.server.ts";

export interface Limit {
  /** Names the limit's keys in the table. */
  readonly name: string;
  readonly tries: number;
  readonly windowSeconds: number;
}

/** Tries counted in PostgreSQL, so they hold across processes and restarts. */
export function openTryLimit(pool: Pool, limit: Limit, prepares = true): TryLimit {
  const limiter = new RateLimiterPostgres({
    storeClient: prepares ? pool : withoutNames(pool),
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit.name,
    points: limit.tries,
    duration: limit.windowSeconds,
  });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
        throw refusal;
      }
    },
    async giveBack(key) {
      await limiter.reward(key, 1);
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}

/** For poolers that know no prepared statements, which the limiter names. */
function withoutNames(pool: Pool) {
  return {
    query: ({ text, values }: { readonly text: string; readonly values: unknown[] }) =>
      pool.query(text, values),
  };
}
