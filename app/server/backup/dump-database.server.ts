import type pg from "pg";

import { copyOut } from "./copy-rows.server.ts";
import { END, frame, jsonFrame } from "./frames.server.ts";
import { inOrderOfNeed, type TableLinks } from "./table-order.ts";

/** What stands at the head of a dump. */
export interface DumpHead {
  /** The migrations of the schema that the rows are of. */
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Statements that make the partitions that the rows need. */
  readonly partitions: readonly string[];
  readonly sequences: readonly {
    readonly name: string;
    readonly last: string;
    readonly called: boolean;
  }[];
}

export interface DumpCounts {
  readonly [table: string]: number;
}

/**
 * Every row of every table as of one moment, whatever is written meanwhile; as the owner of the tables,
 * whom row-level security binds too. `counted` is told the rows of each table at the end.
 */
export async function* dumpDatabase(
  client: pg.Client,
  counted: (counts: DumpCounts) => void,
): AsyncGenerator<Buffer> {
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query("SELECT set_config('app.communes', '*', true)");
  await client.query("SET LOCAL statement_timeout = 0");
  const head = await readHead(client);
  yield jsonFrame(head);
  const counts: Record<string, number> = {};
  for (const { name, columns } of head.tables) {
    let rows = 0;
    const wanted = columns.map((column) => `"${column}"`).join(", ");
    for await (const chunk of copyOut(client, `SELECT ${wanted} FROM public."${name}"`)) {
      rows += linesIn(chunk);
      yield frame(chunk);
    }
    yield END;
    counts[name] = rows;
  }
  yield jsonFrame(counts);
  counted(counts);
  await client.query("COMMIT");
}

/** COPY writes a row a line, and a line break inside a value as two characters. */
function linesIn(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function readHead(client: pg.Client): Promise<DumpHead> {
  const { rows: migrations } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1`,
  );
  const { rows: partitions } = await client.query<{ statement: string }>(
    `SELECT format('CREATE TABLE IF NOT EXISTS %s PARTITION OF %s %s', part.oid::regclass, above.oid::regclass,
       pg_get_expr(part.relpartbound, part.oid)) AS statement
     FROM pg_class part JOIN pg_inherits i ON i.inhrelid = part.oid
       JOIN pg_class above ON above.oid = i.inhparent
     WHERE part.relispartition AND part.relkind = 'r' AND part.relnamespace = 'public'::regnamespace
     ORDER BY part.relname`,
  );
  const columns = await readColumns(client);
  const tables = inOrderOfNeed(await readLinks(client)).map((name) => ({
    name,
    columns: columns.filter(({ table }) => table === name).map(({ column }) => column),
  }));
  return {
    tables,
    migrations: migrations.map(({ name }) => name),
    partitions: partitions.map(({ statement }) => statement),
    sequences: await readSequences(client),
  };
}

/** The tables that hold rows of their own, and what their foreign keys name. */
async function readLinks(client: pg.Client): Promise<readonly TableLinks[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `SELECT c.relname AS name, coalesce(array_agg(needed.relname::text)
       FILTER (WHERE needed.relname IS NOT NULL), '{}') AS needs
     FROM pg_class c
       LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
       LEFT JOIN pg_class needed ON needed.oid = k.confrelid
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows;
}

async function readColumns(
  client: pg.Client,
): Promise<readonly { readonly table: string; readonly column: string }[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT c.relname AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = '' ORDER BY c.relname, a.attnum`,
  );
  return rows;
}

async function readSequences(client: pg.Client): Promise<DumpHead["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const read: DumpHead["sequences"][number][] = [];
  for (const { name } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one connection asks one thing at a time
    const { rows: values } = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM public."${name}"`,
    );
    const [value] = values;
    if (value !== undefined) read.push({ name, ...value });
  }
  return read;
}
