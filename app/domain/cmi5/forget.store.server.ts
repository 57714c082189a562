import type { Db } from "#app/db/index.server.ts";

/** Removes what was derived from one person's statements in packages: sessions, units, registrations. */
export async function forgetRegistrations(
  db: Db,
  person: { readonly communeId: string; readonly personId: string },
): Promise<void> {
  const { communeId, personId } = person;
  const rows = await db.cmi5Registration.findMany({
    where: { communeId, personId },
    select: { id: true },
  });
  const registrationId = { in: rows.map(({ id }) => id) };
  await db.cmi5Session.deleteMany({ where: { communeId, registrationId } });
  await db.cmi5Unit.deleteMany({ where: { communeId, registrationId } });
  await db.cmi5Registration.deleteMany({ where: { communeId, personId } });
}
