import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";

import type { PackageFileStore } from "#app/domain/cmi5/index.ts";

import { writeWhole } from "./folder-files.server.ts";

/** Files of packages in a folder per version. On disk their names are hashes: none can lead elsewhere. */
export interface PackageFolder extends PackageFileStore {
  /** Where a file lies, if it is there. */
  readonly pathOf: (sha256: string, name: string) => string;
}

export function openPackageFolder(folder: string): PackageFolder {
  const root = resolve(folder);
  const pathOf = (sha256: string, name: string) =>
    join(root, sha256, createHash("sha256").update(name).digest("hex"));
  return {
    pathOf,
    async put(sha256, name, bytes) {
      const file = pathOf(sha256, name);
      await mkdir(join(root, sha256), { recursive: true });
      await writeWhole(file, bytes);
    },
  };
}
