import type { Db } from "#app/db/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

/** When each lesson that somebody completed since an instant was completed, in their order. */
export async function findCompletions(
  db: Db,
  of: { readonly communeId: PlaceId; readonly personId: PersonId },
  since: Date,
): Promise<readonly Date[]> {
  const rows = await db.lessonProgress.findMany({
    where: { communeId: of.communeId, personId: of.personId, completedAt: { gte: since } },
    select: { completedAt: true },
    orderBy: { completedAt: "asc" },
  });
  return rows.flatMap(({ completedAt }) => completedAt ?? []);
}
