import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import type { FileStore } from "#app/domain/portfolio/index.server.ts";

/** A file is there whole or not at all, also when the disk is full; on disk when it resolves. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${file}.${process.pid}.${performance.now()}`;
  try {
    const handle = await open(fresh, "w", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

async function unlessMissing<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function pathIn(folder: string, key: string) {
  const name = createHash("sha256").update(key).digest("hex");
  return {
    directory: join(folder, name.slice(0, 2)),
    file: join(folder, name.slice(0, 2), name),
  };
}

/** Removes a file for good, for lawful erasure alone; one that is not there is no fault. */
export async function removeFolderFile(folder: string, key: string): Promise<void> {
  await rm(pathIn(folder, key).file, { force: true });
}

/** A file that may be long. */
export interface FolderFile {
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array>;
}

export interface FolderFiles extends FileStore {
  readonly find: (key: string) => Promise<FolderFile | null>;
}

/** Uploaded files in a folder, two levels deep by the hash of their key; on disk before `put` answers. */
export function openFolderFiles(folder: string): FolderFiles {
  const pathOf = (key: string) => pathIn(folder, key);
  return {
    async put(key, bytes) {
      const { directory, file } = pathOf(key);
      await mkdir(directory, { recursive: true });
      await writeWhole(file, bytes);
    },
    get: (key) => unlessMissing(readFile(pathOf(key).file)),
    async find(key) {
      const { file } = pathOf(key);
      const found = await unlessMissing(stat(file));
      return found === null ? null : { bytes: found.size, read: () => createReadStream(file) };
    },
  };
}
