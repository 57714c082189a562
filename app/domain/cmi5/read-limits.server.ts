import { readFile } from "node:fs/promises";

import { parse } from "yaml";

import { PackageLimits } from "./package-limits.ts";

/** The limits of packages, as `content/` has them. */
export async function readPackageLimits(file: string): Promise<PackageLimits> {
  return PackageLimits.parse(parse(await readFile(file, "utf8")));
}
