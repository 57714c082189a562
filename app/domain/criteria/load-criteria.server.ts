import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { parse } from "yaml";
import { z } from "zod";

import type { Db } from "#app/db/index.server.ts";

import { CriteriaSet } from "./criteria-set.ts";
import { ensureCycle, findProvincesWithPeople, keepCriteriaSet } from "./cycle.store.server.ts";
import { Process } from "./process.ts";

/** What a folder of criteria says. */
export interface CriteriaFiles {
  readonly criteriaSets: readonly { readonly criteria: CriteriaSet; readonly sha256: string }[];
  readonly processes: readonly Process[];
}

/** Reads every `process-<year>.yaml` and criteria set of a folder; what does not fit throws with its file's name. */
export async function readCriteriaFiles(directory: string): Promise<CriteriaFiles> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".yaml")).toSorted();
  const criteriaSets: { criteria: CriteriaSet; sha256: string }[] = [];
  const processes: Process[] = [];
  for (const name of names) {
    const text = (await readFile(join(directory, name), "utf8")).normalize("NFC");
    const id = name.replace(/\.yaml$/u, "");
    if (id.startsWith("process-")) {
      const process = fitting(Process, parse(text), name);
      if (id !== `process-${process.year}`) throw new Error(`${name}: the year is another`);
      processes.push(process);
    } else {
      const content = z.record(z.string(), z.unknown()).parse(parse(text));
      const criteria = fitting(CriteriaSet, { ...content, id }, name);
      criteriaSets.push({ criteria, sha256: createHash("sha256").update(text).digest("hex") });
    }
  }
  for (const { year, criteria } of processes) {
    if (!criteriaSets.some(({ criteria: { id } }) => id === criteria)) {
      throw new Error(`process-${year}.yaml names unknown criteria ${criteria}`);
    }
  }
  return { criteriaSets, processes };
}

function fitting<Schema extends z.ZodType>(
  schema: Schema,
  content: unknown,
  name: string,
): z.infer<Schema> {
  const read = schema.safeParse(content);
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
  return read.data;
}

/**
 * Brings the database to what the folder says: new criteria sets, and a cycle of each process's year
 * in every province with people. Runs at a start with the scope "everywhere". A criteria set that was
 * gone by and has another text now throws.
 */
export async function loadCriteria(db: Db, now: Date, directory: string): Promise<void> {
  const { criteriaSets, processes } = await readCriteriaFiles(directory);
  for (const { criteria, sha256 } of criteriaSets) {
    await keepCriteriaSet(db, criteria, sha256, now);
  }
  const provinces = await findProvincesWithPeople(db);
  for (const process of processes) {
    for (const provinceId of provinces) await ensureCycle(db, process, provinceId);
  }
}
