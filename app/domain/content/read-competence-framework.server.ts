import { readFile } from "node:fs/promises";

import { parse } from "yaml";

import { CompetenceFramework } from "./competence-framework.ts";

/** The digital competences that courses are set against. */
export async function readDigitalCompetences(
  file = "content/frameworks/tt-02-2025.yaml",
): Promise<CompetenceFramework> {
  return CompetenceFramework.parse(parse((await readFile(file, "utf8")).normalize("NFC")));
}
