import type { Transact } from "#app/db/index.server.ts";

import { withPoint } from "./growth.ts";
import { SizePoints } from "./standing.server.ts";

const NAME = "sizes";

/** Writes today's size of the database beside those of the days before, so that growth can be told. */
export function noteSize(transact: Transact, now: Date): Promise<void> {
  return transact("everywhere", async (db) => {
    const row = await db.installationFact.findUnique({ where: { name: NAME } });
    const points = row === null ? [] : SizePoints.parse(JSON.parse(row.value));
    const [size] = await db.$queryRaw<{ bytes: bigint }[]>`
      SELECT pg_database_size(current_database()) AS bytes`;
    const point = { day: now.toISOString().slice(0, 10), bytes: Number(size?.bytes ?? 0) };
    const value = JSON.stringify(withPoint(points, point));
    await db.installationFact.upsert({
      where: { name: NAME },
      create: { name: NAME, value, since: now },
      update: { value, since: now },
    });
  });
}
