import { appendAudit } from "#app/domain/audit/index.server.ts";
import { auditActor, type Actor } from "#app/domain/identity/index.ts";
import { accept, dayOf, type FileSource, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { PortfolioDeps } from "./deps.ts";
import type { EncodedPhoto, PhotoRefusal } from "./encode-photo.server.ts";
import { dayFault, EVIDENCE_A_YEAR, type EvidenceForm } from "./evidence.ts";
import { countEvidence, findEvidenceRecord, insertEvidence } from "./evidence.store.server.ts";
import { lockPerson } from "./holder.store.server.ts";
import { photoKey } from "./photo-key.ts";

export type AddEvidenceRefusal =
  | PhotoRefusal
  | { readonly code: "in-future" }
  /** More than five years ago. */
  | { readonly code: "too-old" }
  /** So many pieces of that year are kept already. */
  | { readonly code: "too-many"; readonly most: number }
  /** The id belongs to somebody else's evidence. */
  | { readonly code: "not-yours" };

/** Keeps own evidence. A form that is posted again (the same id) is accepted and changes nothing. */
export async function addEvidence(
  deps: PortfolioDeps,
  actor: Actor,
  input: EvidenceForm & { readonly photo?: FileSource | undefined },
): Promise<Result<{ readonly evidenceId: string }, AddEvidenceRefusal>> {
  const at = deps.now();
  const fault = dayFault(input.happenedOn, dayOf(at));
  if (fault !== null) return refuse({ code: fault });

  let photo: EncodedPhoto | null = null;
  if (input.photo !== undefined) {
    const encoded = await deps.encodePhoto(input.photo, actor.accountId);
    if (!encoded.ok) return encoded;
    photo = encoded.value;
    await deps.files.put(photoKey(actor.personId, photo.sha256), photo.jpeg);
  }

  const { communeId, personId } = actor;
  return deps.transact(actor.reach, async (db) => {
    await lockPerson(db, communeId, personId);
    const kept = await findEvidenceRecord(db, communeId, input.id);
    if (kept !== null) {
      return kept.personId === personId
        ? accept({ evidenceId: input.id })
        : refuse({ code: "not-yours" });
    }
    if ((await countEvidence(db, communeId, personId, input.happenedOn)) >= EVIDENCE_A_YEAR) {
      return refuse({ code: "too-many", most: EVIDENCE_A_YEAR });
    }
    await insertEvidence(db, actor, input, storedPhoto(photo), at);
    await appendAudit(db, [
      {
        communeId,
        at,
        actor: auditActor(actor, null),
        action: "evidence.added",
        subjectKind: "evidence",
        subjectId: input.id,
        detail: {
          indicators: input.indicators,
          happenedOn: input.happenedOn,
          photo: photo?.sha256 ?? null,
        },
      },
    ]);
    return accept({ evidenceId: input.id });
  });
}

function storedPhoto(photo: EncodedPhoto | null) {
  if (photo === null) return null;
  const { sha256, width, height, jpeg } = photo;
  return { sha256, width, height, bytes: jpeg.byteLength };
}
