import type { Pool } from "pg";

import type { TryLimit } from "#app/domain/identity/index.server.ts";

export interface Limit {
  /** Names the limit's keys in the table. */
  readonly name: string;
  /** At once; after them one comes back after the other, so that the window gives as many again. */
  readonly tries: number;
  readonly windowSeconds: number;
}

/**
 * Tries counted in PostgreSQL, so they hold across processes and restarts: a bucket that leaks one try
 * every `windowSeconds / tries` (GCRA). A row holds the moment at which its bucket is empty, so one statement
 * decides, whoever asks at the same time.
 */
export function openTryLimit(pool: Pool, { name, tries, windowSeconds }: Limit): TryLimit {
  const everyMilliseconds = Math.ceil((windowSeconds * 1000) / tries);
  const fullMilliseconds = everyMilliseconds * tries;
  const keyOf = (key: string) => `${name}:${key}`;
  return {
    async take(key) {
      const { rowCount } = await pool.query(TAKE, [
        keyOf(key),
        everyMilliseconds,
        fullMilliseconds,
      ]);
      if (rowCount === 1) return 0;
      const { rows } = await pool.query<{ readonly milliseconds: string }>(WAIT, [
        keyOf(key),
        everyMilliseconds - fullMilliseconds,
      ]);
      // It came free between the two questions, or comes free this moment.
      return Math.max(1, Math.ceil(Number(rows[0]?.milliseconds ?? 0) / 1000));
    },
    async giveBack(key) {
      await pool.query("UPDATE rate_limit SET expire = expire - $2 WHERE key = $1", [
        keyOf(key),
        everyMilliseconds,
      ]);
    },
    async forget(key) {
      await pool.query("DELETE FROM rate_limit WHERE key = $1", [keyOf(key)]);
    },
  };
}

const NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";
const TAKE = `
  INSERT INTO rate_limit AS kept (key, points, expire) VALUES ($1, 1, ${NOW} + $2::bigint)
  ON CONFLICT (key) DO UPDATE SET expire = greatest(kept.expire, ${NOW}) + $2::bigint
    WHERE greatest(kept.expire, ${NOW}) + $2::bigint <= ${NOW} + $3::bigint`;
const WAIT = `SELECT expire + $2::bigint - ${NOW} AS milliseconds FROM rate_limit WHERE key = $1`;
