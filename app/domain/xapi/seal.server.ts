import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

import type { Db } from "#app/db/index.server.ts";

import {
  countStrays,
  findLastSeal,
  findLeaves,
  findOpenDays,
  findSeals,
  insertSeal,
  type RecordDay,
  type Seal,
} from "./seal.store.server.ts";
import { findConsistentThrough } from "./search.store.server.ts";
import { sqlWithin } from "./statement.store.server.ts";

/** What seals are signed with: Ed25519 (RFC 8032). */
export interface SealKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** The head of a PKCS #8 text of an Ed25519 seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** @param seed 32 bytes that nobody else knows */
export function sealKeyOf(seed: Uint8Array): SealKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(privateKey);
  const bytes = publicKey.export({ type: "spki", format: "der" });
  return {
    id: createHash("sha256").update(bytes).digest("hex").slice(0, 16),
    privateKey,
    publicKey,
  };
}

const PAGE = 5_000;

/**
 * Seals every day that has ended, of every commune in the transaction's scope: from then on nothing of it
 * can be changed, added or taken out unseen, but by an erasure, which leaves its trace.
 */
export async function sealDays(db: Db, key: SealKey, now: Date): Promise<readonly Seal[]> {
  const through = await findConsistentThrough(sqlWithin(db));
  const sealed: Seal[] = [];
  for (const open of await findOpenDays(db, through)) {
    const last = await findLastSeal(db, open.communeId);
    const { root, statements } = await rootOf(db, open, last?.root ?? null);
    const signature = sign(null, root, key.privateKey);
    const seal = { ...open, statements, root, signature, keyId: key.id };
    await insertSeal(db, seal, now);
    sealed.push(seal);
  }
  return sealed;
}

/** SHA-256 over the seal before, commune and day, and each statement's leaf in the order of storing. */
async function rootOf(db: Db, of: RecordDay, before: Buffer | null) {
  const hash = createHash("sha256");
  if (before !== null) hash.update(before);
  hash.update(`${of.communeId}|${of.day}`);
  let statements = 0;
  let after: { readonly stored: string; readonly sequence: string } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof findLeaves>> = await findLeaves(db, of, after, PAGE);
    for (const { leaf } of page) hash.update(leaf);
    statements += page.length;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  return { root: hash.digest(), statements };
}

export interface SealFault extends RecordDay {
  readonly fault:
    /** What is kept of the day is not what was sealed. */
    | "changed"
    /** The seal was not signed by this product, or with a key that nobody named. */
    | "signature";
}

export interface SealReport {
  readonly days: number;
  readonly statements: number;
  readonly faults: readonly SealFault[];
  readonly strays: Awaited<ReturnType<typeof countStrays>>;
}

/** Recomputes every seal from what is kept today. `keys`: of today, and of the secrets before it. */
export async function verifySeals(db: Db, keys: readonly SealKey[]): Promise<SealReport> {
  const faults: SealFault[] = [];
  const seals = await findSeals(db);
  let statements = 0;
  let before: Seal | null = null;
  for (const seal of seals) {
    const { communeId, day } = seal;
    const previous: Buffer | null = before?.communeId === communeId ? before.root : null;
    const now = await rootOf(db, seal, previous);
    statements += now.statements;
    if (!now.root.equals(seal.root) || now.statements !== seal.statements) {
      faults.push({ communeId, day, fault: "changed" });
    }
    const key = keys.find(({ id }) => id === seal.keyId);
    const isOurs = key !== undefined && verify(null, seal.root, key.publicKey, seal.signature);
    if (!isOurs) faults.push({ communeId, day, fault: "signature" });
    before = seal;
  }
  return { days: seals.length, statements, faults, strays: await countStrays(db) };
}
