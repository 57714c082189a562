import { readdir } from "node:fs/promises";

import pg from "pg";
import { inject } from "vitest";

/** How many rows each table of what clients send has, as its owner sees them, and how many files. */
export async function keptRows(): Promise<readonly number[]> {
  const { databaseUrl, dataFolder } = inject("recordStore");
  const files = await readdir(dataFolder, { recursive: true });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.communes', '*', false)");
    const counts = [files.length];
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
