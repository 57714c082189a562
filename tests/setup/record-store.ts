import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

import { isDatabaseAway } from "#app/db/index.server.ts";
import { provinceIdOfCode } from "#app/domain/places/index.ts";
import { openDeps } from "#app/server/boot/deps.server.ts";
import { openRecordStore } from "#app/server/xapi/record-store.server.ts";

import { LEARNING_RULES } from "./course.ts";
import { LIMITS } from "./course-package.ts";
import { openTemplate, run, withDatabase } from "./database.ts";

/** Where launched course packages come from. */
export const CONTENT_ORIGIN = "http://localhost:1";

declare module "vitest" {
  export interface ProvidedContext {
    recordStore: {
      /** With no slash at its end. */
      readonly baseUrl: string;
      readonly key: string;
      readonly secret: string;
      /** As the owner of the tables. */
      readonly databaseUrl: string;
      /** Where the files of attachments are kept. */
      readonly dataFolder: string;
      /** Clients that may less, by what they are; their secret is the same. */
      readonly others: Readonly<Record<OtherClient, string>>;
    };
  }
}

type OtherClient = "reader" | "writer" | "own reader" | "hurried" | "expired" | "revoked";

const LAO_CAI = provinceIdOfCode("15");
const EVERYTHING = ["all"];
const YESTERDAY = "2020-01-01T00:00:00Z";

interface Client {
  readonly scopes: readonly string[];
  readonly perMinute?: number;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

const OTHERS: Readonly<Record<OtherClient, Client>> = {
  reader: { scopes: ["statements/read"] },
  writer: { scopes: ["statements/write"] },
  "own reader": { scopes: ["statements/write", "statements/read/mine"] },
  hurried: { scopes: EVERYTHING, perMinute: 3 },
  expired: { scopes: EVERYTHING, expiresAt: YESTERDAY },
  revoked: { scopes: EVERYTHING, revokedAt: YESTERDAY },
};

/** One record store for all its tests, behind HTTP, on a database of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, template, stop } = await openTemplate("record_store");
  const name = `record_store_${randomUUID().replaceAll("-", "")}`;
  await run(server, [`CREATE DATABASE ${name} TEMPLATE ${template}`]);
  const databaseUrl = withDatabase(server, name);
  const secret = randomBytes(16).toString("hex");
  const key = await addClient(databaseUrl, secret, { scopes: EVERYTHING });
  const dataFolder = await mkdtemp(join(tmpdir(), "nep-hoc-records-"));
  const faults: unknown[] = [];
  const deps = openDeps({
    databaseUrl,
    role: "nephoc_app",
    origin: "http://localhost",
    contentOrigin: CONTENT_ORIGIN,
    packageLimits: LIMITS,
    baseIri: "https://nep-hoc.example/xapi",
    dataFolder,
    secret: "s".repeat(32),
    catalogue: () => [],
    learningRules: LEARNING_RULES,
    processes: () => [],
    holdsSample: () => false,
  });
  const records = openRecordStore({
    contentOrigin: CONTENT_ORIGIN,
    resources: deps.records,
    findClient: deps.findClient,
    report: (error) => {
      // An answer of its own (503), and no fault.
      if (isDatabaseAway(error)) return;
      faults.push(error);
      // A fault of the store is what these tests look for: the answer alone does not tell it.
      const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
      process.stderr.write(`the record store: ${text}\n`);
    },
  });
  const http = createServer(records);
  project.provide("recordStore", {
    baseUrl: await listen(http),
    key,
    secret,
    databaseUrl,
    dataFolder,
    others: {
      reader: await addClient(databaseUrl, secret, OTHERS.reader),
      writer: await addClient(databaseUrl, secret, OTHERS.writer),
      "own reader": await addClient(databaseUrl, secret, OTHERS["own reader"]),
      hurried: await addClient(databaseUrl, secret, OTHERS.hurried),
      expired: await addClient(databaseUrl, secret, OTHERS.expired),
      revoked: await addClient(databaseUrl, secret, OTHERS.revoked),
    },
  });
  return async () => {
    http.closeAllConnections();
    http.close();
    await deps.close();
    await rm(dataFolder, { recursive: true, force: true });
    await run(server, [`DROP DATABASE ${name} WITH (FORCE)`]);
    await stop();
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

/** A client of the province; answers its key. */
async function addClient(databaseUrl: string, secret: string, client: Client): Promise<string> {
  const key = randomUUID();
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query(
      `INSERT INTO xapi_client (id, name, key, secret_hash, scopes, place_id, requests_per_minute,
         created_at, created_by, expires_at, revoked_at)
       VALUES (gen_random_uuid(), 'Kiểm tra', $1, $2, $3, $4, $5, now(), 'Kiểm tra', $6, $7)`,
      [
        key,
        createHash("sha256").update(secret).digest(),
        client.scopes,
        LAO_CAI,
        client.perMinute ?? 10_000_000,
        client.expiresAt ?? null,
        client.revokedAt ?? null,
      ],
    );
  } finally {
    await database.end();
  }
  return key;
}
