import type { Sql } from "#app/db/index.server.ts";

import type { DocumentOwner, KeptDocument } from "./document.ts";

interface Row {
  readonly content: Buffer;
  readonly content_type: string;
  readonly etag: string;
  readonly updated_at: Date;
}

/** Of one place; what is not given is looked for as none. */
export interface OwnerAt extends DocumentOwner {
  readonly placeId: string;
}

const OF_OWNER = `commune_id = $1::uuid AND kind = $2::xapi_document_kind
  AND agent_key IS NOT DISTINCT FROM $3::text AND activity_id IS NOT DISTINCT FROM $4::text`;

function ownerValues({ placeId, kind, agentKey, activityId }: OwnerAt): readonly unknown[] {
  return [placeId, kind, agentKey, activityId];
}

/** Nobody else writes documents of this owner until the transaction ends. */
export async function lockOwner(sql: Sql, owner: OwnerAt): Promise<void> {
  const text = JSON.stringify(ownerValues(owner));
  // Two numbers: those of one number are the clock of storing. As text, for Prisma reads no void.
  await sql.query("SELECT pg_advisory_xact_lock(20611, hashtext($1))::text AS held", [text]);
}

export async function findDocument(
  sql: Sql,
  owner: OwnerAt,
  documentId: string,
): Promise<KeptDocument | null> {
  const [row] = await sql.query<Row>(
    `SELECT content, content_type, etag, updated_at FROM xapi_document
     WHERE ${OF_OWNER} AND registration IS NOT DISTINCT FROM $5::uuid AND document_id = $6`,
    [...ownerValues(owner), owner.registration, documentId],
  );
  if (row === undefined) return null;
  const { content, content_type: contentType, etag, updated_at: updatedAt } = row;
  return { content, contentType, etag, updatedAt };
}

/** Ids of the owner's documents, oldest first; without a registration those of every registration. */
export async function findDocumentIds(
  sql: Sql,
  owner: OwnerAt,
  since: Date | null,
): Promise<{ readonly ids: readonly string[]; readonly updatedAt: Date | null }> {
  const rows = await sql.query<{ document_id: string; updated_at: Date }>(
    `SELECT document_id, max(updated_at) AS updated_at FROM xapi_document
     WHERE ${OF_OWNER} AND ($5::uuid IS NULL OR registration = $5::uuid)
       AND ($6::timestamptz IS NULL OR updated_at > $6::timestamptz)
     GROUP BY document_id ORDER BY 2, 1`,
    [...ownerValues(owner), owner.registration, since?.toISOString() ?? null],
  );
  return {
    ids: rows.map(({ document_id: id }) => id),
    updatedAt: rows.at(-1)?.updated_at ?? null,
  };
}

export async function saveDocument(
  sql: Sql,
  owner: OwnerAt,
  document: KeptDocument & { readonly id: string; readonly documentId: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO xapi_document (id, commune_id, kind, agent_key, activity_id, registration,
       document_id, content_type, etag, content, updated_at)
     VALUES ($7::uuid, $1::uuid, $2::xapi_document_kind, $3, $4, $5::uuid, $6, $8, $9, $10, $11)
     ON CONFLICT (commune_id, kind, agent_key, activity_id, registration, document_id)
     DO UPDATE SET content_type = excluded.content_type, etag = excluded.etag,
       content = excluded.content, updated_at = excluded.updated_at`,
    [
      ...ownerValues(owner),
      owner.registration,
      document.documentId,
      document.id,
      document.contentType,
      document.etag,
      document.content,
      document.updatedAt.toISOString(),
    ],
  );
}

/** One document, or with null all of the owner's (of the registration, when it names one). */
export async function removeDocuments(
  sql: Sql,
  owner: OwnerAt,
  documentId: string | null,
): Promise<void> {
  const one = "registration IS NOT DISTINCT FROM $5::uuid AND document_id = $6::text";
  const all = "($5::uuid IS NULL OR registration = $5::uuid) AND $6::text IS NULL";
  await sql.query(
    `DELETE FROM xapi_document WHERE ${OF_OWNER} AND ${documentId === null ? all : one}`,
    [...ownerValues(owner), owner.registration, documentId],
  );
}
