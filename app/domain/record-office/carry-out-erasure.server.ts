import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Clock, PlaceId } from "#app/domain/kernel/index.ts";

import type { ErasureKind, ErasureOrder, ErasureReport } from "./erasure.ts";
import { type DoomedDocuments, eraseDoomed, insertErasures } from "./erasure.store.server.ts";

/** Erases what was listed and leaves the traces: who, why, how many, in every commune it touched. */
export async function carryOut(
  deps: Clock,
  db: Db,
  work: {
    readonly order: ErasureOrder & {
      readonly kind: ErasureKind;
      readonly homeId: PlaceId | null;
    };
    /** Whose or what was erased, by an id alone: the log keeps it for good. */
    readonly subject: { readonly kind: string; readonly id: string };
    readonly documents: DoomedDocuments;
  },
): Promise<Pick<ErasureReport, "erasureId" | "removedAttachments">> {
  const { order, subject } = work;
  const { basis, byName, kind, homeId } = order;
  const id = deps.newId();
  const at = deps.now();
  const erased = await eraseDoomed(db, id, work.documents);
  const traces = await insertErasures(
    db,
    { id, at, byName, basis, kind, homeId },
    erased.documents,
  );
  await appendAudit(
    db,
    traces.map(({ communeId, statements, documents }) => ({
      communeId,
      at,
      actor: { personId: null, name: byName, office: "" },
      action: "record.erased",
      subjectKind: subject.kind,
      subjectId: subject.id,
      detail: { erasureId: id, kind, basis, statements, documents },
    })),
  );
  return { erasureId: id, removedAttachments: erased.attachments };
}
