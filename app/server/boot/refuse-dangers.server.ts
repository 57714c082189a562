import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Transact } from "#app/db/index.server.ts";
import { OperatorError } from "#app/db/operator-error.ts";

import type { Env } from "./env.server.ts";
import { readSecret, readSecrets } from "./secrets.server.ts";
import { findDangers } from "./dangerous-settings.ts";
import { fingerprintOf, readFacts, writeFacts } from "./installation-facts.server.ts";

/** The dangers of these settings for the real people of this database. */
export async function settingsDangers(env: Env, transact: Transact): Promise<readonly string[]> {
  const { secret, earlier } = await readSecrets(env);
  return findDangers(
    {
      ...env,
      secret: fingerprintOf(secret),
      earlierSecrets: earlier.map(fingerprintOf),
      folderFault: await folderFault(env.dataFolder),
    },
    await readFacts(transact),
  );
}

/** Refuses settings that would harm real people, and remembers those that they begin with. */
export async function refuseDangers(env: Env, transact: Transact): Promise<void> {
  const dangers = await settingsDangers(env, transact);
  if (dangers.length > 0) {
    throw new OperatorError(
      `Có người thật trong cơ sở dữ liệu, nên chương trình không chạy với thiết lập này:
${dangers.map((danger) => `  - ${danger}`).join("\n")}`,
    );
  }
  const secret = fingerprintOf(await readSecret(env.secret, env.dataFolder));
  await writeFacts(transact, { baseIri: env.baseIri, secret });
}

async function folderFault(folder: string): Promise<string | null> {
  const probe = join(folder, "files", `.thu-ghi-${randomUUID()}`);
  try {
    await mkdir(join(folder, "files"), { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
