import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * PrismaPg cuts a script at every semicolon and sends the pieces one by one, which breaks function
 * bodies and leaves half a migration after a crash. PostgreSQL takes the whole text as one transaction.
 */
class WholeScriptPg extends PrismaPg {
  readonly #connectionString: string;
  readonly #opened: Awaited<ReturnType<PrismaPg["connect"]>>[] = [];

  constructor(connectionString: string) {
    super({ connectionString });
    this.#connectionString = connectionString;
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.#connectionString });
      await client.connect();
      try {
        await client.query(script);
      } finally {
        await client.end();
      }
    };
    return adapter;
  }

  /** The engine leaves its connections open. */
  async closeAll(): Promise<void> {
    await Promise.all(this.#opened.map((adapter) => adapter.dispose()));
  }
}

interface OpenedEngine {
  readonly engine: engineModule.SchemaEngine;
  readonly close: () => Promise<void>;
}

interface EngineExports {
  readonly __wbindgen_start: () => void;
}

/**
 * Prisma's schema engine as WebAssembly out of npm: the native one would have to be downloaded.
 * @param schema the text of schema.prisma, or "" when only migrations are applied
 */
async function openSchemaEngine(connectionString: string, schema: string): Promise<OpenedEngine> {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const wasm = new WebAssembly.Module(await readFile(join(folder, "schema_engine_bg.wasm")));
  /* oxlint-disable no-underscore-dangle, typescript/no-unsafe-type-assertion -- wasm-bindgen's own
     names, and a module whose exports no type describes. */
  const instance = new WebAssembly.Instance(wasm, {
    "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as EngineExports).__wbindgen_start();
  /* oxlint-enable */

  const connections = new WholeScriptPg(connectionString);
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(connections),
  );
  return { engine, close: () => connections.closeAll() };
}

const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * The SQL that leads from one schema file's text ("" for an empty database) to another's.
 * @param url any reachable PostgreSQL: the engine asks its version and changes nothing
 */
export async function diffSchemas(url: string, before: string, after: string): Promise<string> {
  const { engine, close } = await openSchemaEngine(url, after);
  const { stdout } = await engine.diff({
    from:
      before === ""
        ? { tag: "empty" }
        : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: before }] },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: after }] },
    script: true,
    exitCode: null,
    filters: NO_FILTER,
  });
  await close();
  return stdout ?? "";
}

export interface Migration {
  /** `<yyyymmddhhmmss>_<name>`, the folder's name. */
  readonly name: string;
  readonly sql: string;
}

/** Applies what is not applied yet, in order, and names what it applied. Each migration is one transaction. */
export async function applyMigrations(
  url: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const { engine, close } = await openSchemaEngine(url, "");
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: "prisma/migrations",
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
      filters: NO_FILTER,
    });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}
