import { arrayText, type Sql } from "#app/db/index.server.ts";

/** Canonical definitions, JSON text, by activity id. */
export async function findDefinitions(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.query<{ id: string; definition: string }>(
    "SELECT id, definition FROM xapi_activity WHERE id = ANY ($1::text[])",
    [arrayText(ids)],
  );
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}

/** The same, and nobody else changes them, or adds them, until the transaction ends. */
export async function lockDefinitions(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const sorted = ids.toSorted();
  await sql.query(
    `INSERT INTO xapi_activity (id, definition, updated_at)
     SELECT id, '{}', now() FROM unnest($1::text[]) AS new (id) ORDER BY id ON CONFLICT DO NOTHING`,
    [arrayText(sorted)],
  );
  const rows = await sql.query<{ id: string; definition: string }>(
    "SELECT id, definition FROM xapi_activity WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE",
    [arrayText(sorted)],
  );
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}

export async function saveDefinitions(
  sql: Sql,
  definitions: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  await sql.query(
    `UPDATE xapi_activity AS a SET definition = new.definition, updated_at = $3::timestamptz
     FROM unnest($1::text[], $2::text[]) AS new (id, definition) WHERE a.id = new.id`,
    [arrayText([...definitions.keys()]), arrayText([...definitions.values()]), now.toISOString()],
  );
}
