import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

/** The engine leaves its connections open. */
class RememberingPg extends PrismaPg {
  readonly #opened: Awaited<ReturnType<PrismaPg["connect"]>>[] = [];

  constructor(connectionString: string) {
    super({ connectionString });
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    return adapter;
  }

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

  const connections = new RememberingPg(connectionString);
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
