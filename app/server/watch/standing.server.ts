import { statfs } from "node:fs/promises";

import { z } from "zod";

import type { Transact } from "#app/db/index.server.ts";
import { sqlOf } from "#app/db/index.server.ts";

/** How an installation stands: what its keeper watches. Nothing in it is about a person. */
export interface Standing {
  readonly database: {
    readonly bytes: number;
    readonly statements: number;
    readonly connections: number;
    readonly connectionsAtMost: number;
  };
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number };
  readonly seals: { readonly lastDay: string | null };
  readonly forwards: {
    readonly active: number;
    readonly failing: number;
    readonly deadLetters: number;
  };
  readonly setAside: number;
  readonly officialsSignedIn: number;
  readonly lastBackup: { readonly at: Date; readonly bytes: number } | null;
  readonly sizes: readonly SizePoint[];
  /** Of what is done between requests: what failed when it was last tried. */
  readonly failedJobs: readonly FailedJob[];
}

const SizePoint = z.object({ day: z.string(), bytes: z.number() });
export type SizePoint = z.infer<typeof SizePoint>;
export const SizePoints = z.array(SizePoint);
export const FailedJob = z.object({
  job: z.enum(["partitions", "seals", "sessions", "sizes"]),
  at: z.coerce.date(),
});
export type FailedJob = z.infer<typeof FailedJob>;
export const FailedJobs = z.array(FailedJob);
const Backup = z.object({ at: z.coerce.date(), bytes: z.number() });

interface Row {
  readonly bytes: string;
  readonly statements: string;
  readonly connections: number;
  readonly connections_at_most: number;
  readonly last_seal: string | null;
  readonly active: number;
  readonly failing: number;
  readonly dead_letters: number;
  readonly set_aside: number;
  readonly officials: number;
  readonly backup: string | null;
  readonly sizes: string | null;
  readonly failed_jobs: string | null;
}

/** One question to the database. Statements are PostgreSQL's own estimate: a count would read them all. */
const QUESTION = `SELECT
  pg_database_size(current_database())::text AS bytes,
  (SELECT coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint::text FROM pg_inherits i
     JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'xapi_statement'::regclass) AS statements,
  (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
  current_setting('max_connections')::int AS connections_at_most,
  (SELECT max(day)::text FROM xapi_seal) AS last_seal,
  (SELECT count(*)::int FROM xapi_forward WHERE removed_at IS NULL AND paused_at IS NULL) AS active,
  (SELECT count(*)::int FROM xapi_forward
    WHERE removed_at IS NULL AND paused_at IS NULL AND failures > 0) AS failing,
  (SELECT count(*)::int FROM xapi_dead_letter WHERE settled_at IS NULL) AS dead_letters,
  (SELECT count(*)::int FROM hand_in WHERE outcome = 'set-aside') AS set_aside,
  (SELECT count(DISTINCT a.person_id)::int FROM session s
     JOIN account a ON a.commune_id = s.commune_id AND a.id = s.account_id
     JOIN office o ON o.commune_id = a.commune_id AND o.person_id = a.person_id
       AND (o.valid_to IS NULL OR o.valid_to >= current_date)
   WHERE s.expires_at > now()) AS officials,
  (SELECT value FROM installation_fact WHERE name = 'last-backup') AS backup,
  (SELECT value FROM installation_fact WHERE name = 'sizes') AS sizes,
  (SELECT value FROM installation_fact WHERE name = 'failed-jobs') AS failed_jobs`;

export async function readStanding(transact: Transact, dataFolder: string): Promise<Standing> {
  const [row] = await transact("everywhere", (db) => sqlOf(db).query<Row>(QUESTION));
  if (row === undefined) throw new Error("the database answered nothing");
  return {
    database: {
      bytes: Number(row.bytes),
      statements: Number(row.statements),
      connections: row.connections,
      connectionsAtMost: row.connections_at_most,
    },
    disk: await readDisk(dataFolder),
    seals: { lastDay: row.last_seal },
    forwards: { active: row.active, failing: row.failing, deadLetters: row.dead_letters },
    setAside: row.set_aside,
    officialsSignedIn: row.officials,
    lastBackup: row.backup === null ? null : Backup.parse(JSON.parse(row.backup)),
    sizes: row.sizes === null ? [] : SizePoints.parse(JSON.parse(row.sizes)),
    failedJobs: FailedJobs.parse(JSON.parse(row.failed_jobs ?? "[]")),
  };
}

/** Of the disk that a folder lies on. */
export async function readDisk(folder: string): Promise<Standing["disk"]> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
