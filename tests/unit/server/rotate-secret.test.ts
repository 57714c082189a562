import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { openOutboundHttp } from "#app/server/adapters/outbound-http.server.ts";
import { readEnv } from "#app/server/boot/env.server.ts";
import { readSecrets } from "#app/server/boot/secrets.server.ts";
import { rotateSecret } from "#app/server/cli/rotate-secret.server.ts";

const FIRST = "the first secret, forty letters of it, yes";
const SECOND = "the second secret, forty letters of it, ye";
const newFolder = () => mkdtemp(join(tmpdir(), "nep-hoc-rotate-"));
const fileOf = () => Promise.resolve(null);
const quiet = () => undefined;

test("a secret of the data folder is changed twice, and all three are known, the newest first", async () => {
  const dataFolder = await newFolder();
  await writeFile(join(dataFolder, "secret"), FIRST);
  const env = { secret: null, earlierSecrets: [], dataFolder };
  expect(await rotateSecret(env, quiet)).toBe(0);
  const { secret: second } = await readSecrets(env);
  await rotateSecret(env, quiet);
  const now = await readSecrets(env);
  expect(now.earlier).toEqual([second, FIRST]);
  expect(new Set([now.secret, ...now.earlier]).size).toBe(3);
});

test("a secret of .env is changed there, the old one beside it, and nothing else", async () => {
  const dataFolder = await newFolder();
  const file = join(dataFolder, ".env");
  await writeFile(
    file,
    `PORT=3000\nNEPHOC_SECRET=${FIRST}\nNEPHOC_EARLIER_SECRETS=${SECOND.replaceAll(" ", "_")}\n`,
  );
  const env = { secret: FIRST, earlierSecrets: [SECOND], dataFolder };
  expect(await rotateSecret(env, quiet, file)).toBe(0);
  const text = await readFile(file, "utf8");
  expect(text).toMatch(/^PORT=3000\nNEPHOC_SECRET=\S{64}\n/u);
  expect(text).toContain(`NEPHOC_EARLIER_SECRETS="${FIRST} ${SECOND}"`);
});

test("a secret that stands elsewhere is told, not changed", async () => {
  const dataFolder = await newFolder();
  const said: string[] = [];
  const env = { secret: FIRST, earlierSecrets: [], dataFolder };
  const code = await rotateSecret(env, (line) => said.push(line), join(dataFolder, ".env"));
  expect(code).toBe(1);
  expect(said.join("\n")).toContain(`NEPHOC_EARLIER_SECRETS="${FIRST}"`);
});

test("earlier secrets are read out of the environment with blanks between", () => {
  const one = "a".repeat(20) + "bcdefghijklmnop";
  const two = "z".repeat(20) + "bcdefghijklmnop";
  const { earlierSecrets } = readEnv({ NEPHOC_EARLIER_SECRETS: `${one} ${two}` });
  expect(earlierSecrets).toEqual([one, two]);
});

test("people keep their pseudonyms at other stores when the secret is changed", () => {
  const before = openOutboundHttp({ secret: FIRST, fileOf });
  const after = openOutboundHttp({ secret: SECOND, earlierSecrets: [FIRST], fileOf });
  expect(after.pseudonymKey).toEqual(before.pseudonymKey);
  expect(after.secretKey).not.toEqual(before.secretKey);
  expect(after.earlierSecretKeys).toEqual([before.secretKey]);
});
