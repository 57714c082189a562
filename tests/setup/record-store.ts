import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

import { provinceIdOfCode } from "#app/domain/places/index.ts";
import { openDeps } from "#app/server/deps.server.ts";
import { openRecordStore } from "#app/server/xapi/record-store.server.ts";

import { run, setup as setUpDatabase, withDatabase } from "./database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    recordStore: {
      /** With no slash at its end. */
      readonly baseUrl: string;
      readonly key: string;
      readonly secret: string;
      /** As the owner of the tables. */
      readonly databaseUrl: string;
    };
  }
}

const TEMPLATE = "test_template";
const LAO_CAI = provinceIdOfCode("15");

/** One record store for all its tests, behind HTTP, on a database of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server = "";
  const stopDatabase = await setUpDatabase({
    ...project,
    provide: (name: string, value: unknown) => {
      if (name === "databaseServer") server = String(value);
    },
  } as unknown as TestProject);
  const name = `record_store_${randomUUID().replaceAll("-", "")}`;
  await run(server, [`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`]);
  const databaseUrl = withDatabase(server, name);
  const credentials = await addClient(databaseUrl);
  const dataFolder = await mkdtemp(join(tmpdir(), "nep-hoc-records-"));
  const faults: unknown[] = [];
  const deps = openDeps({
    databaseUrl,
    role: "nephoc_app",
    origin: "http://localhost",
    baseIri: "https://nep-hoc.example/xapi",
    dataFolder,
    secret: "s".repeat(32),
    catalogue: () => [],
    processes: () => [],
    holdsSample: () => false,
  });
  const records = openRecordStore({
    resources: deps.records,
    findClient: deps.findClient,
    report: (error) => {
      faults.push(error);
      // A fault of the store is what these tests look for: the answer alone does not tell it.
      process.stderr.write(`the record store: ${String(error)}\n`);
    },
  });
  const http = createServer(records);
  project.provide("recordStore", { ...credentials, databaseUrl, baseUrl: await listen(http) });
  return async () => {
    http.closeAllConnections();
    http.close();
    await deps.close();
    await rm(dataFolder, { recursive: true, force: true });
    await run(server, [`DROP DATABASE ${name} WITH (FORCE)`]);
    await stopDatabase();
    if (faults.length > 0) throw new Error(`${faults.length} faults of the store, see above`);
  };
}

async function listen(http: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return `http://localhost:${address.port}/xapi`;
}

/** A client of the province that may do everything, as often as it likes. */
async function addClient(databaseUrl: string) {
  const [key, secret] = ["record-store-tests", randomBytes(16).toString("hex")];
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO xapi_client
         (id, name, key, secret_hash, scopes, place_id, requests_per_minute, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now(), $8)`,
      [
        randomUUID(),
        "Kiểm tra",
        key,
        createHash("sha256").update(secret).digest(),
        ["all"],
        LAO_CAI,
        10_000_000,
        "Kiểm tra",
      ],
    );
  } finally {
    await client.end();
  }
  return { key, secret };
}
