import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

import type { FileStore } from "#app/domain/portfolio/index.server.ts";

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

/** Uploaded files in a folder, two levels deep by the hash of their key; on disk before `put` answers. */
export function openFolderFiles(folder: string): FileStore {
  const pathOf = (key: string) => pathIn(folder, key);
  return {
    async put(key, bytes) {
      const { directory, file } = pathOf(key);
      await mkdir(directory, { recursive: true });
      const fresh = `${file}.${process.pid}.${performance.now()}`;
      const handle = await open(fresh, "w", 0o600);
      await handle.writeFile(bytes);
      await handle.sync();
      await handle.close();
      await rename(fresh, file);
    },
    async get(key) {
      try {
        return await readFile(pathOf(key).file);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
  };
}
