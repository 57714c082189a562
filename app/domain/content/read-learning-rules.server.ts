import { readFile } from "node:fs/promises";

import { parse } from "yaml";

import { LearningRules } from "./learning-rules.ts";

/** The rules for acts that arrive late, as `content/` has them. */
export async function readLearningRules(file: string): Promise<LearningRules> {
  return LearningRules.parse(parse(await readFile(file, "utf8")));
}
