import type { Db } from "#app/db/index.server.ts";

/** Removes one person's plans, with her own words in them, and where her phones are reminded. */
export async function forgetPlans(
  db: Db,
  { communeId, personId }: { readonly communeId: string; readonly personId: string },
): Promise<void> {
  await db.learningPlan.deleteMany({ where: { communeId, personId } });
  await db.$executeRaw`
    DELETE FROM push_subscription s USING account a
    WHERE s.commune_id = ${communeId}::uuid AND a.commune_id = s.commune_id
      AND a.id = s.account_id AND a.person_id = ${personId}::uuid`;
}
