import type { Db } from "#app/db/index.server.ts";
import { accept, dayOf, refuse, type Result } from "#app/domain/kernel/index.ts";

import { carryOut } from "./carry-out-erasure.server.ts";
import { startOf } from "./client.ts";
import type { ErasureDeps } from "./erase-person.server.ts";
import type { ErasureReport, RetentionOrder } from "./erasure.ts";
import { countDoomed, lawfully, listOfPeriod } from "./erasure.store.server.ts";

export type RetainStatementsRefusal = { readonly code: "day-in-future" };

/** Erases, of everybody, the text of what was stored before a day, and states and profiles not written since. */
export async function retainStatements(
  deps: ErasureDeps & {
    /** What other modules keep of those texts goes in the same transaction. */
    readonly forget: (db: Db, before: Date) => Promise<void>;
  },
  input: RetentionOrder,
): Promise<Result<ErasureReport, RetainStatementsRefusal>> {
  const { before, dryRun } = input;
  if (before > dayOf(deps.now())) return refuse({ code: "day-in-future" });
  const until = startOf(before);
  return lawfully(deps.ownerUrl, { dryRun }, async (db) => {
    const documents = { agentKey: null, before: until };
    await listOfPeriod(db, until);
    const counts = await countDoomed(db, documents);
    if (dryRun) return accept({ ...counts, erasureId: null, removedAttachments: [] });
    await deps.forget(db, until);
    const order = { ...input, kind: "period" as const, homeId: null };
    const subject = { kind: "period", id: before };
    const done = await carryOut(deps, db, { order, subject, documents });
    return accept({ ...counts, ...done });
  });
}
