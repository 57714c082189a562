import { appendAudit } from "#app/domain/audit/index.server.ts";
import { sealDays } from "#app/domain/xapi/index.server.ts";

import type { Deps } from "./deps.server.ts";

/**
 * Seals the days that have ended. Each seal stands in the commune's audit chain too, so that whoever
 * takes out the newest ones has that chain against him. Answers how many days were sealed.
 */
export function sealRecords(deps: Deps): Promise<number> {
  const now = deps.now();
  return deps.transact("everywhere", async (db) => {
    const seals = await sealDays(db, deps.sealKey, now);
    await appendAudit(
      db,
      seals.map(({ communeId, day, statements, root, keyId }) => ({
        communeId,
        at: now,
        actor: { personId: null, name: "Nếp Học", office: "" },
        action: "records.sealed",
        subjectKind: "record-day",
        subjectId: day,
        detail: { statements, root: root.toString("hex"), keyId },
      })),
    );
    return seals.length;
  });
}
