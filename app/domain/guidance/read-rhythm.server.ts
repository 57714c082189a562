import { readFile } from "node:fs/promises";

import { parse } from "yaml";

import { LearningRhythm } from "./rhythm.ts";

/** What a run of weeks forgives, as `content/` has it; a file that does not fit throws. */
export async function readLearningRhythm(file: string): Promise<LearningRhythm> {
  return LearningRhythm.parse(parse((await readFile(file, "utf8")).normalize("NFC")));
}
