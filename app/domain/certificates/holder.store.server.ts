import type { Db } from "#app/db/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

/** Who a certificate is given to, as she stands on that day. */
export interface Holder {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly accountId: string;
  readonly fullName: string;
  readonly sample: boolean;
}

/** Null when there is no such person, or one whose data was erased. */
export async function findHolder(
  db: Db,
  { communeId, personId }: { readonly communeId: PlaceId; readonly personId: PersonId },
): Promise<Holder | null> {
  const person = await db.person.findUnique({
    where: { communeId_id: { communeId, id: personId } },
    select: { fullName: true, sample: true, erasedAt: true },
  });
  const account = await db.account.findFirst({
    where: { communeId, personId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  if (person === null || person.erasedAt !== null || account === null) return null;
  const { fullName, sample } = person;
  return { communeId, personId, accountId: account.id, fullName, sample };
}
