import type { Db } from "#app/db/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

/** What each village of a commune was said to need, in the order of the words. */
export async function findNeedsOfVillages(
  db: Db,
  communeId: PlaceId,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.villageNeed.findMany({
    where: { communeId },
    orderBy: [{ villageId: "asc" }, { need: "asc" }],
  });
  const needs = new Map<string, string[]>();
  for (const { villageId, need } of rows) {
    needs.set(villageId, [...(needs.get(villageId) ?? []), need]);
  }
  return needs;
}

/** Puts a village's needs in the place of those before; one that stays keeps who said it and when. */
export async function replaceNeeds(
  db: Db,
  village: { readonly communeId: PlaceId; readonly villageId: PlaceId },
  needs: readonly string[],
  by: { readonly setById: PersonId; readonly setAt: Date },
): Promise<void> {
  const { communeId, villageId } = village;
  await db.villageNeed.deleteMany({
    where: { communeId, villageId, need: { notIn: [...needs] } },
  });
  await db.villageNeed.createMany({
    data: needs.map((need) => ({ communeId, villageId, need, ...by })),
    skipDuplicates: true,
  });
}
