import { arrayText, type Sql } from "#app/db/index.server.ts";

/** Writes down which files the store has; those that it had stay as they were. */
export async function insertAttachments(
  sql: Pick<Sql, "query">,
  files: readonly {
    readonly sha2: string;
    readonly contentType: string | null;
    readonly bytes: Uint8Array;
  }[],
  now: Date,
): Promise<void> {
  await sql.query(
    `INSERT INTO xapi_attachment (sha2, content_type, length, created_at)
     SELECT sha2, type, length, $4::timestamptz
     FROM unnest($1::text[], $2::text[], $3::bigint[]) AS new (sha2, type, length) ORDER BY sha2
     ON CONFLICT DO NOTHING`,
    [
      arrayText(files.map(({ sha2 }) => sha2)),
      arrayText(files.map(({ contentType }) => contentType ?? "application/octet-stream")),
      arrayText(files.map(({ bytes }) => String(bytes.length))),
      now.toISOString(),
    ],
  );
}
