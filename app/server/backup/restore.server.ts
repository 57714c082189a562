import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { OperatorError } from "#app/db/operator-error.ts";

import { openSnapshot, type SnapshotHead } from "./back-up.server.ts";
import { type BackupFolder, listSnapshots, readSealed } from "./backup-folder.server.ts";
import type { DumpCounts } from "./dump-database.server.ts";
import { loadDatabase } from "./load-database.server.ts";

export interface RestoreTarget {
  /** Of an empty database, as the owner of its tables. */
  readonly ownerUrl: string;
  readonly dataFolder: string;
  /** NEPHOC_SECRET, when it is set. */
  readonly secret: string | null;
  readonly earlierSecrets: readonly string[];
}

export interface Restored {
  readonly snapshot: string;
  readonly head: SnapshotHead;
  readonly counts: DumpCounts;
}

/** The newest snapshot, or the one of this name, into an empty database and data folder. */
export async function restore(
  folder: BackupFolder,
  name: string | null,
  target: RestoreTarget,
): Promise<Restored> {
  const snapshot = await chosen(folder, name);
  const { head, frames } = await openSnapshot(folder, snapshot);
  await putSecret(head, target);
  const counts = await loadDatabase(target.ownerUrl, frames);
  for (const { path, kept } of head.files) {
    await putFile(target.dataFolder, path, readSealed(folder, kept));
  }
  return { snapshot, head, counts };
}

async function chosen(folder: BackupFolder, name: string | null): Promise<string> {
  const snapshots = await listSnapshots(folder);
  const found = name === null ? snapshots.at(-1) : snapshots.find((each) => each === name);
  if (found !== undefined) return found;
  throw new OperatorError(
    `Không có bản sao lưu ấy. Có: ${snapshots.join(", ") || "chưa có bản nào"}`,
  );
}

/** Without the secret of then, phones' sealed work and the seals of the record store stay shut. */
async function putSecret(head: SnapshotHead, target: RestoreTarget): Promise<void> {
  const { secret, dataFolder } = target;
  if (secret !== null) {
    if (secret === head.secret || target.earlierSecrets.includes(head.secret)) return;
    throw new OperatorError(
      "NEPHOC_SECRET khác khóa của bản sao lưu. Bỏ trống NEPHOC_SECRET để dùng khóa trong bản sao lưu, rồi khôi phục lại.",
    );
  }
  const file = join(dataFolder, "secret");
  const there = await readFile(file, "utf8").catch(() => null);
  if (there === head.secret) return;
  if (there !== null) {
    throw new OperatorError(`${file} là khóa của nơi khác: hãy khôi phục vào một thư mục trống.`);
  }
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, head.secret, { mode: 0o600, flush: true });
  if (head.earlierSecrets.length > 0) {
    await writeFile(`${file}.earlier`, `${head.earlierSecrets.join("\n")}\n`, {
      mode: 0o600,
      flush: true,
    });
  }
}

async function putFile(
  dataFolder: string,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = resolve(dataFolder, path);
  if (!file.startsWith(resolve(dataFolder, "files") + sep)) {
    throw new OperatorError(`Bản sao lưu có tệp nằm ngoài thư mục: ${path}`);
  }
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await pipeline(Readable.from(bytes), createWriteStream(draft, { mode: 0o600 }));
  await rename(draft, file);
}
