import { createECDH, createPrivateKey, type KeyObject } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { calculateJwkThumbprint } from "jose";
import { z } from "zod";

import { type BadgeKeys, KeySet, keyIri } from "#app/domain/certificates/index.ts";

import { deriveKeyBytes } from "#app/server/boot/secrets.server.ts";

/** What stands in the data folder: public halves alone; the private ones come out of the secret. */
const Kept = KeySet.extend({
  /** Which of the secret's keys signs today, from 1. */
  generation: z.int().min(1),
});
type Kept = z.infer<typeof Kept>;

export interface BadgeKeysOptions {
  readonly secret: string;
  /** Of the published keys; to be backed up with the other files. */
  readonly file: string;
  readonly origin: string;
}

interface Pair {
  readonly id: string;
  readonly key: KeyObject;
  readonly jwk: {
    readonly kty: "EC";
    readonly crv: "P-256";
    readonly x: string;
    readonly y: string;
  };
}

/**
 * Keys that badges are signed with (ES256). Another secret, or another generation, is another key; what
 * was published before stays published, so that old badges are verified for good.
 */
export function openBadgeKeys(options: BadgeKeysOptions): BadgeKeys {
  const pairs = new Map<number, Promise<Pair>>();
  const pairOf = (generation: number): Promise<Pair> => {
    const known = pairs.get(generation) ?? derivePair(options.secret, generation);
    pairs.set(generation, known);
    return known;
  };
  const upToDate = async (): Promise<{ readonly kept: Kept; readonly pair: Pair }> => {
    const read = await readKept(options.file);
    const pair = await pairOf(read.generation);
    if (read.keys.some(({ x }) => x === pair.jwk.x)) return { kept: read, pair };
    const kept = withKey(read, pair, options.origin);
    await writeKept(options.file, kept);
    return { kept, pair };
  };
  return {
    current: async () => {
      const { pair } = await upToDate();
      return { id: pair.id, key: pair.key };
    },
    published: async () => ({ keys: (await upToDate()).kept.keys }),
  };
}

/** Signs with a new key from now on; answers its id. */
export async function rotateBadgeKey(options: BadgeKeysOptions): Promise<string> {
  // The key of today is published before it is left.
  await openBadgeKeys(options).published();
  const read = await readKept(options.file);
  await writeKept(options.file, { ...read, generation: read.generation + 1 });
  return (await openBadgeKeys(options).current()).id;
}

function withKey(kept: Kept, { id, jwk }: Pair, origin: string): Kept {
  const published = { ...jwk, kid: keyIri(origin, id), alg: "ES256", use: "sig" };
  return { ...kept, keys: [...kept.keys, published] };
}

async function readKept(file: string): Promise<Kept> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? { generation: 1, keys: [] } : Kept.parse(JSON.parse(text));
}

/** All or nothing, also when two processes start at once: both would write the same. */
async function writeKept(file: string, kept: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(kept, null, 2)}\n`, { flush: true });
  await rename(fresh, file);
}

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** 64 bits more than the order has, so that no key is likelier than another (FIPS 186-5, A.2.1). */
const SEED_BYTES = 40;

async function derivePair(secret: string, generation: number): Promise<Pair> {
  const seed = deriveKeyBytes(secret, `badge-key ${generation}`, SEED_BYTES);
  const scalar = (BigInt(`0x${Buffer.from(seed).toString("hex")}`) % (ORDER - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(64, "0"), "hex");
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(d);
  // An uncompressed point: 04, then x and y of 32 bytes each.
  const point = curve.getPublicKey();
  const jwk = {
    kty: "EC" as const,
    crv: "P-256" as const,
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const key = createPrivateKey({ key: { ...jwk, d: d.toString("base64url") }, format: "jwk" });
  return { id: await calculateJwkThumbprint(jwk), key, jwk };
}
