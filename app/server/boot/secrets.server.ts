import { hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The one secret of an installation: as configured, or made once and kept in the data folder. */
export async function readSecret(configured: string | null, folder: string): Promise<string> {
  if (configured !== null) return configured;
  const file = join(folder, "secret");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null && kept.length >= 32) return kept;
  await mkdir(folder, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, randomBytes(48).toString("base64url"), { mode: 0o600, flush: true });
  await link(fresh, file).catch(() => undefined); // another process may have been first
  await rm(fresh);
  return readFile(file, "utf8");
}

export interface Secrets {
  readonly secret: string;
  /** What it was before, the newest first. */
  readonly earlier: readonly string[];
}

/** Where the secrets before that of the data folder stand, a line each. */
export function earlierSecretsFile(folder: string): string {
  return join(folder, "secret.earlier");
}

/** The secret of today and those before it, out of the environment and the data folder. */
export async function readSecrets(env: {
  readonly secret: string | null;
  readonly earlierSecrets: readonly string[];
  readonly dataFolder: string;
}): Promise<Secrets> {
  const secret = await readSecret(env.secret, env.dataFolder);
  const text = await readFile(earlierSecretsFile(env.dataFolder), "utf8").catch(() => "");
  const kept = text.split("\n").filter((line) => line.length >= 32);
  const earlier = [...new Set([...env.earlierSecrets, ...kept])].filter((each) => each !== secret);
  return { secret, earlier };
}

/** A key of 32 bytes for one purpose (HKDF-SHA-256). */
export function deriveKey(secret: string, purpose: string): Uint8Array {
  return deriveKeyBytes(secret, purpose, 32);
}

/** As many bytes as asked for, for one purpose. */
export function deriveKeyBytes(secret: string, purpose: string, bytes: number): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "nep-hoc", purpose, bytes));
}

/** 256 random bits, as text that an address can hold. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
