import pg from "pg";
import { inject } from "vitest";

/** How many rows each table of what clients send has, as the owner sees them. */
export async function keptRows(): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: inject("recordStore").databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.communes', '*', false)");
    const counts: number[] = [];
    for (const table of TABLES) {
      const { rows } = await client.query<{ count: string }>(
        `SELECT count(*)::text AS count FROM ${table}`,
      );
      counts.push(Number(rows[0]?.count));
    }
    return counts;
  } finally {
    await client.end();
  }
}

const TABLES = [
  "xapi_statement",
  "xapi_statement_key",
  "xapi_posting",
  "xapi_voiding",
  "xapi_document",
  "xapi_attachment",
  "xapi_activity",
];
