import pg from "pg";

/** Tables without a commune that nothing but acts of people fills. */
const BESIDE = [
  "xapi_statement_key",
  "xapi_voiding",
  "xapi_activity",
  "xapi_attachment",
  "rate_limit",
];

/**
 * Empties the database of the sample province, as the owner of the tables; places, criteria and
 * cycles stay. A database holds sample people or real ones, never both, so everything that people
 * did goes, the audit log of made-up acts with it. Refused (null) when a real person is there.
 */
export async function removeSample(ownerUrl: string): Promise<{ readonly people: number } | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.communes', '*', true)");
    await client.query("LOCK TABLE person IN ACCESS EXCLUSIVE MODE");
    const { rows: people } = await client.query<{ sample: boolean }>("SELECT sample FROM person");
    if (people.some(({ sample }) => !sample)) {
      await client.query("ROLLBACK");
      return null;
    }
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE a.attname = 'commune_id' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity`,
    );
    const names = [...tables.map(({ name }) => name), ...BESIDE];
    await client.query(`TRUNCATE ${names.map((name) => client.escapeIdentifier(name)).join(", ")}`);
    await client.query("DELETE FROM place WHERE sample");
    await client.query("COMMIT");
    return { people: people.length };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    await client.end();
  }
}
