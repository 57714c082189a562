// npm run db:new -- <name>: writes the SQL from the schema of the newest migration to today's. Works
// offline; asks the configured PostgreSQL, or the embedded one, for its version and nothing else.
import { mkdir, readFile, writeFile } from "node:fs/promises";

import { openServer } from "#app/server/boot/database.server.ts";
import { readEnv } from "#app/server/boot/env.server.ts";
import { openLog } from "#app/server/boot/log.server.ts";

import { diffSchemas } from "./schema-diff.ts";

const SCHEMA = "prisma/schema.prisma";
const APPLIED = "prisma/migrations/applied.prisma";

const name = process.argv[2]?.replaceAll(/[^a-z0-9]+/gu, "_") ?? "";
if (name === "") {
  process.stderr.write("Cách dùng: npm run db:new -- <ten_thay_doi>\n");
  process.exitCode = 2;
} else {
  process.stdout.write(`${await writeMigration(name)}\n`);
}

async function writeMigration(change: string): Promise<string> {
  const after = await readFile(SCHEMA, "utf8");
  const before = await readFile(APPLIED, "utf8");
  const server = await openServer(readEnv(), openLog("warn"));
  try {
    const sql = await diffSchemas(server.ownerUrl, before, after);
    const time = new Date().toISOString().replaceAll(/\D/gu, "").slice(0, 14);
    const folder = `prisma/migrations/${time}_${change}`;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/migration.sql`, sql);
    await writeFile(APPLIED, after);
    return `${folder}/migration.sql`;
  } finally {
    await server.stop();
  }
}
