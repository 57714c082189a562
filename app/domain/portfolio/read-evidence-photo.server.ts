import { appendAudit } from "#app/domain/audit/index.server.ts";
import { auditActor, type Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import { readingRight } from "./access.ts";
import type { PortfolioDeps } from "./deps.ts";
import { findEvidenceRecord } from "./evidence.store.server.ts";
import { findHolder } from "./holder.store.server.ts";
import { photoKey } from "./photo-key.ts";

export type ReadEvidencePhotoRefusal =
  /** Unknown, and known but of somebody this person does not answer for, are answered alike. */
  | { readonly code: "not-yours" }
  /** Withdrawn by its owner. */
  | { readonly code: "withdrawn" }
  | { readonly code: "no-photo" }
  /** It was kept, and its file is not there: a folder that is not shared, a copy without its files. */
  | { readonly code: "photo-lost" };

/** The JPEG of a piece of evidence; read by anyone but its owner, it is logged. */
export async function readEvidencePhoto(
  deps: PortfolioDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly evidenceId: string },
): Promise<
  Result<{ readonly jpeg: Uint8Array; readonly sha256: string }, ReadEvidencePhotoRefusal>
> {
  const { communeId, evidenceId } = input;
  const at = deps.now();
  const found = await deps.transact(actor.reach, async (db) => {
    const record = await findEvidenceRecord(db, communeId, evidenceId);
    const holder = record === null ? null : await findHolder(db, communeId, record.personId);
    const right = holder === null ? null : readingRight(actor, holder);
    if (record === null || right === null) return refuse({ code: "not-yours" });
    if (record.withdrawn) return refuse({ code: "withdrawn" });
    if (record.photoSha256 === null) return refuse({ code: "no-photo" });
    if (right.by === "office") {
      await appendAudit(db, [
        {
          communeId,
          at,
          actor: auditActor(actor, right.office),
          action: "evidence.photo-read",
          subjectKind: "evidence",
          subjectId: evidenceId,
          detail: { personId: record.personId },
        },
      ]);
    }
    return accept({ personId: record.personId, sha256: record.photoSha256 });
  });
  if (!found.ok) return found;
  const { personId, sha256 } = found.value;
  const jpeg = await deps.files.get(photoKey(personId, sha256));
  return jpeg === null ? refuse({ code: "photo-lost" }) : accept({ jpeg, sha256 });
}
