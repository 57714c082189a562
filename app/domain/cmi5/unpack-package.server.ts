import { readFile } from "node:fs/promises";

import type { FileSource } from "#app/domain/kernel/index.ts";

import type { PackageLimits } from "./package-limits.ts";
import type { PackageFileStore } from "./deps.ts";
import { openPackage } from "./open-package.server.ts";
import type { Unpacked } from "./unpacked.ts";

/** Checks an upload whole, then keeps its files; files that no version names do no harm. */
export async function unpackPackage(
  upload: FileSource,
  limits: PackageLimits,
  files: PackageFileStore,
): Promise<Unpacked> {
  const bytes = upload instanceof Uint8Array ? upload : await readFile(upload.path);
  const opened = await openPackage(bytes, limits);
  if (!opened.ok) return opened;
  const { eachFile, ...known } = opened.package;
  const broken = await eachFile((name, content) => files.put(known.sha256, name, content));
  return broken === null ? { ok: true, package: known } : { ok: false, faults: [broken] };
}
