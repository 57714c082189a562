// npm run db:new -- <name>: writes the SQL from the schema of the newest migration to today's.
import { mkdir, readFile, writeFile } from "node:fs/promises";

import { diffSchemas } from "../app/db/schema-engine.server.ts";

const SCHEMA = "prisma/schema.prisma";
const APPLIED = "prisma/migrations/applied.prisma";

const name = process.argv[2]?.replaceAll(/[^a-z0-9]+/gu, "_");
if (name === undefined || name === "") {
  process.stderr.write("Cách dùng: npm run db:new -- <ten_thay_doi>\n");
  process.exit(2);
}

const after = await readFile(SCHEMA, "utf8");
const before = await readFile(APPLIED, "utf8").catch(() => "");
const sql = await diffSchemas("postgresql://postgres@127.0.0.1:55432/postgres", before, after);
const time = new Date().toISOString().replaceAll(/\D/gu, "").slice(0, 14);
const folder = `prisma/migrations/${time}_${name}`;
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/migration.sql`, sql);
await writeFile("prisma/migrations/migration_lock.toml", 'provider = "postgresql"\n');
await writeFile(APPLIED, after);
process.stdout.write(`${folder}/migration.sql\n`);
