import type { Db } from "#app/db/index.server.ts";
import { Day } from "#app/domain/kernel/index.ts";
import { postingKey } from "#app/domain/xapi/index.server.ts";

import type { DayCount } from "./client.ts";

/** What an authority vouched for on each day of Vietnam since then that has any, within the transaction's scope. */
export async function countByDay(
  db: Db,
  authority: { readonly agentKey: string; readonly agent: string },
  since: Date,
): Promise<readonly DayCount[]> {
  // Statements that refer to one of the authority's have its key too; they may be somebody else's.
  const rows = await db.$queryRaw<{ day: string; statements: number }[]>`
    SELECT to_char(s.stored AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS day,
           count(*)::int AS statements
    FROM xapi_posting p JOIN xapi_statement s ON s.stored = p.stored AND s.sequence = p.sequence
    WHERE p.key = ${postingKey("related-agent", authority.agentKey)}::uuid
      AND p.stored >= ${since}::timestamptz AND s.stored >= ${since}::timestamptz
      AND s.authority_id = ${postingKey("authority", authority.agent)}::uuid
    GROUP BY 1`;
  return rows.map(({ day, statements }) => ({ day: Day.parse(day), statements }));
}
