import { columnOfDay, dayOfColumn } from "#app/db/day-column.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { PersonId, yearOf, type Day, type PlaceId } from "#app/domain/kernel/index.ts";

import type { EvidenceForm } from "./evidence.ts";
import type { EvidenceView } from "./view.ts";

/** Not withdrawn evidence of one person, the newest day first; `counts` tells that of the year. */
export async function findEvidence(
  db: Db,
  communeId: PlaceId,
  personId: PersonId,
  year: number,
): Promise<readonly EvidenceView[]> {
  const rows = await db.evidence.findMany({
    where: { communeId, personId, withdrawnAt: null },
    orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
  });
  const files = await db.storedFile.findMany({
    where: { communeId, id: { in: rows.flatMap(({ fileId }) => fileId ?? []) } },
  });
  const photos = new Map(
    files.map(({ id, width, height, bytes }) => [id, { width, height, bytes }]),
  );
  return rows.map((row) => {
    const happenedOn = dayOfColumn(row.happenedOn);
    return {
      id: row.id,
      title: row.title,
      description: row.description,
      indicators: row.indicators,
      happenedOn,
      photo: (row.fileId === null ? undefined : photos.get(row.fileId)) ?? null,
      addedAt: row.createdAt,
      counts: yearOf(happenedOn) === year,
    };
  });
}

/** Whose a piece of evidence is and where its photograph lies. */
export interface EvidenceRecord {
  readonly personId: PersonId;
  readonly withdrawn: boolean;
  /** Hash of the photograph, hex; null without one. */
  readonly photoSha256: string | null;
}

/** Where the photographs of all evidence that was not withdrawn lie, in every commune of reach. */
export async function listPhotos(
  db: Db,
): Promise<readonly { readonly personId: PersonId; readonly sha256: string }[]> {
  const rows = await db.$queryRaw<{ person_id: string; sha256: string }[]>`
    SELECT DISTINCT f.person_id::text, f.sha256 FROM evidence e
      JOIN stored_file f ON f.commune_id = e.commune_id AND f.id = e.file_id
    WHERE e.withdrawn_at IS NULL`;
  return rows.map((row) => ({ personId: PersonId.parse(row.person_id), sha256: row.sha256 }));
}

/** One piece of evidence, withdrawn or not; null when there is none within reach. */
export async function findEvidenceRecord(
  db: Db,
  communeId: PlaceId,
  evidenceId: string,
): Promise<EvidenceRecord | null> {
  const row = await db.evidence.findUnique({
    where: { communeId_id: { communeId, id: evidenceId } },
  });
  if (row === null) return null;
  const file =
    row.fileId === null
      ? null
      : await db.storedFile.findUnique({ where: { communeId_id: { communeId, id: row.fileId } } });
  return {
    personId: PersonId.parse(row.personId),
    withdrawn: row.withdrawnAt !== null,
    photoSha256: file?.sha256 ?? null,
  };
}

/** How many pieces of a year a person keeps. */
export function countEvidence(
  db: Db,
  communeId: PlaceId,
  personId: PersonId,
  happenedOn: Day,
): Promise<number> {
  const year = yearOf(happenedOn);
  return db.evidence.count({
    where: {
      communeId,
      personId,
      withdrawnAt: null,
      happenedOn: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) },
    },
  });
}

/** A photograph after re-encoding. */
export interface StoredPhoto {
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Inserts a piece of evidence with its photograph; the photograph takes the evidence's id. */
export async function insertEvidence(
  db: Db,
  owner: { readonly communeId: PlaceId; readonly personId: PersonId },
  evidence: EvidenceForm,
  photo: StoredPhoto | null,
  at: Date,
): Promise<void> {
  const { communeId, personId } = owner;
  const key = { communeId, id: evidence.id, personId, createdAt: at };
  if (photo !== null) {
    await db.storedFile.create({ data: { ...key, ...photo, contentType: "image/jpeg" } });
  }
  await db.evidence.create({
    data: {
      ...key,
      title: evidence.title,
      description: evidence.description,
      indicators: evidence.indicators,
      happenedOn: columnOfDay(evidence.happenedOn),
      fileId: photo === null ? null : evidence.id,
    },
  });
}

/** Marks a piece as withdrawn; false when it was already. */
export async function markWithdrawn(
  db: Db,
  communeId: PlaceId,
  evidenceId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await db.evidence.updateMany({
    where: { communeId, id: evidenceId, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}
