import { type Db, type Transact } from "#app/db/index.server.ts";
import { connect } from "#app/db/postgres-words.server.ts";

import { deriveKeyBytes } from "./secrets.server.ts";

/** What an installation was first run with, by people who stay. */
export interface InstallationFacts {
  readonly baseIri: string | null;
  /** Of the secret; nothing can be told from it. */
  readonly secret: string | null;
}

const NAMES = { baseIri: "base-iri", secret: "secret" } as const;
const FINGERPRINT_BYTES = 12;

export function fingerprintOf(secret: string): string {
  return Buffer.from(deriveKeyBytes(secret, "fingerprint", FINGERPRINT_BYTES)).toString(
    "base64url",
  );
}

export function readFacts(transact: Transact): Promise<InstallationFacts> {
  return transact("everywhere", async (db) => {
    const rows = await db.installationFact.findMany();
    const valueOf = (name: string) => rows.find((row) => row.name === name)?.value ?? null;
    return { baseIri: valueOf(NAMES.baseIri), secret: valueOf(NAMES.secret) };
  });
}

export function writeFacts(
  transact: Transact,
  facts: { readonly baseIri: string; readonly secret: string },
): Promise<void> {
  return transact("everywhere", async (db) => {
    await writeFact(db, NAMES.baseIri, facts.baseIri);
    await writeFact(db, NAMES.secret, facts.secret);
  });
}

const LAST_BACKUP = "last-backup";

/** As the owner of the tables, like the rest of a backup. */
export async function noteBackup(ownerUrl: string, at: Date, bytes: number): Promise<void> {
  const client = await connect(ownerUrl, "DATABASE_URL");
  try {
    await client.query(
      `INSERT INTO installation_fact (name, value, since) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, since = excluded.since`,
      [LAST_BACKUP, JSON.stringify({ at: at.toISOString(), bytes }), at],
    );
  } finally {
    await client.end();
  }
}

async function writeFact(db: Db, name: string, value: string): Promise<void> {
  await db.installationFact.upsert({
    where: { name },
    create: { name, value },
    update: { value, since: new Date() },
  });
}
