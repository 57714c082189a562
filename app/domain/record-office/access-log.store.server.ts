import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor, type HeldOffice } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

import { actionOf, detailOf, ACCESS_SUBJECT, accessOf } from "./access-log.ts";
import type { AccessLogEntry, AccessedPage } from "./records.ts";

/** Writes down that a page named people to somebody; a page that named nobody is not written down. */
export async function logAccess(
  db: Db,
  look: {
    /** In whose chain: the place of the desk. */
    readonly placeId: PlaceId;
    readonly actor: Actor;
    readonly office: HeldOffice;
    readonly at: Date;
    readonly looked: AccessedPage;
    readonly persons: number;
  },
): Promise<void> {
  const { placeId, actor, office, at, looked, persons } = look;
  if (persons === 0) return;
  await appendAudit(db, [
    {
      communeId: placeId,
      at,
      actor: auditActor(actor, office),
      action: actionOf(looked),
      subjectKind: ACCESS_SUBJECT,
      subjectId: placeId,
      detail: detailOf(looked, persons),
    },
  ]);
}

/** A desk's looks before an entry of its log, the newest first. */
export async function findAccesses(
  db: Db,
  asked: { readonly placeId: PlaceId; readonly before: bigint | null; readonly limit: number },
): Promise<readonly AccessLogEntry[]> {
  const { placeId, before, limit } = asked;
  const entries = await db.auditEntry.findMany({
    where: {
      communeId: placeId,
      subjectKind: ACCESS_SUBJECT,
      subjectId: placeId,
      ...(before === null ? {} : { sequence: { lt: before } }),
    },
    orderBy: { sequence: "desc" },
    take: limit,
  });
  return entries.flatMap(({ sequence, at, actorName, actorOffice, action, detail }) => {
    const read = accessOf(action, detail);
    return read === null ? [] : [{ sequence, at, actorName, actorOffice, ...read }];
  });
}
