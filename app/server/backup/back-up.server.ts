import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";

import { z } from "zod";

import { connect } from "#app/db/postgres-words.server.ts";

import {
  type BackupFolder,
  fileNameOf,
  hasFile,
  listFiles,
  listSnapshots,
  readSnapshot,
  removeFile,
  removeSnapshot,
  writeSealed,
  writeSnapshot,
} from "./backup-folder.server.ts";
import { dumpDatabase } from "./dump-database.server.ts";
import { FrameReader, jsonFrame } from "./frames.server.ts";

/** What a snapshot says before the rows of the database. */
export const SnapshotHead = z.object({
  format: z.literal(1),
  at: z.string(),
  origin: z.string(),
  baseIri: z.string(),
  secret: z.string(),
  earlierSecrets: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), kept: z.string(), bytes: z.number() })),
});
export type SnapshotHead = z.infer<typeof SnapshotHead>;

export interface BackupSource {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly dataFolder: string;
  readonly settings: Pick<SnapshotHead, "origin" | "baseIri" | "secret" | "earlierSecrets">;
}

export interface BackupReport {
  readonly snapshot: string;
  readonly rows: number;
  readonly bytes: number;
  readonly files: number;
  /** Files that were not in the folder yet. */
  readonly fresh: number;
  readonly removedSnapshots: number;
}

/** Copies database, files and keys as of one moment; keeps the newest `keep` snapshots and what they name. */
export async function backUp(
  source: BackupSource,
  folder: BackupFolder,
  { now, keep }: { readonly now: Date; readonly keep: number },
): Promise<BackupReport> {
  const client = await connect(source.ownerUrl, "DATABASE_URL");
  try {
    // The files before the rows: a row of the snapshot names no file that came after them… and the files
    // of rows that are written meanwhile are copied by the second pass.
    const first = await keepFiles(source.dataFolder, folder);
    const rowsByTable: Record<string, number> = {};
    const snapshot = now.toISOString().replaceAll(/[-:]|\.\d+/gu, "");
    const dumped = dumpDatabase(client, (counts) => Object.assign(rowsByTable, counts));
    const bytes = await writeSnapshot(
      folder,
      snapshot,
      gzipped(withHead(source, folder, now, dumped)),
    );
    const removedSnapshots = await forget(folder, keep);
    const rows = Object.values(rowsByTable).reduce((sum, count) => sum + count, 0);
    return { snapshot, rows, bytes, ...first, removedSnapshots };
  } finally {
    await client.end();
  }
}

async function* withHead(
  source: BackupSource,
  folder: BackupFolder,
  now: Date,
  dumped: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  // The snapshot of the database begins with its first piece.
  const { value, done } = await dumped.next();
  await keepFiles(source.dataFolder, folder);
  const files = await filesOf(source.dataFolder, folder);
  yield jsonFrame({
    format: 1,
    at: now.toISOString(),
    ...source.settings,
    files: files.map(({ path, kept, bytes }) => ({ path, kept, bytes })),
  } satisfies SnapshotHead);
  if (done !== true) yield value;
  yield* dumped;
}

interface FoundFile {
  /** Below the data folder. */
  readonly path: string;
  readonly absolute: string;
  readonly kept: string;
  readonly bytes: number;
}

async function filesOf(dataFolder: string, folder: BackupFolder): Promise<readonly FoundFile[]> {
  const root = join(dataFolder, "files");
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: FoundFile[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const absolute = join(entry.parentPath, entry.name);
    // oxlint-disable-next-line no-await-in-loop -- a million files at once would need a million handles
    const about = await stat(absolute).catch(() => null);
    if (about === null) continue; // lawfully erased meanwhile
    const path = relative(dataFolder, absolute);
    const kept = fileNameOf(folder, `${path}\0${about.size}\0${about.mtimeMs}`);
    found.push({ path, absolute, kept, bytes: about.size });
  }
  return found;
}

async function keepFiles(
  dataFolder: string,
  folder: BackupFolder,
): Promise<{ readonly files: number; readonly fresh: number }> {
  const found = await filesOf(dataFolder, folder);
  let fresh = 0;
  for (const { absolute, kept } of found) {
    if (await hasFile(folder, kept)) continue;
    await writeSealed(folder, kept, createReadStream(absolute));
    fresh += 1;
  }
  return { files: found.length, fresh };
}

/** Erased people's files leave the backups with the last snapshot that names them. */
async function forget(folder: BackupFolder, keep: number): Promise<number> {
  const snapshots = await listSnapshots(folder);
  const old = snapshots.slice(0, -keep);
  if (old.length === 0) return 0;
  for (const name of old) await removeSnapshot(folder, name);
  const named = new Set<string>();
  for (const name of snapshots.slice(-keep)) {
    const { head } = await openSnapshot(folder, name);
    for (const { kept } of head.files) named.add(kept);
  }
  for (const name of await listFiles(folder)) {
    if (!named.has(name)) await removeFile(folder, name);
  }
  return old.length;
}

/** The head of a snapshot, and the rest of it: the dump. */
export async function openSnapshot(
  folder: BackupFolder,
  name: string,
): Promise<{ readonly head: SnapshotHead; readonly frames: FrameReader }> {
  const plain = Readable.from(readSnapshot(folder, name)).compose(createGunzip());
  const frames = new FrameReader(plain);
  return { head: SnapshotHead.parse(await frames.nextJson()), frames };
}

function gzipped(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return Readable.from(source).compose(createGzip({ level: 6 }));
}
