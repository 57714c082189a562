import type { Db } from "#app/db/index.server.ts";

/** Removes one person from every roll; the meetings and everybody else's attendance stay. */
export async function forgetAttendance(
  db: Db,
  { communeId, personId }: { readonly communeId: string; readonly personId: string },
): Promise<void> {
  await db.attendance.deleteMany({ where: { communeId, personId } });
}
