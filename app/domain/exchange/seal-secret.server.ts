import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

import type { OutboundHttp } from "./deps.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret as it is kept: nonce, tag, text; bound to its forward, so that it opens in no other row. */
export function sealSecret(key: Uint8Array, forwardId: string, secret: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(forwardId));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The secret, or null when no key of ours or another forward sealed it, or its bytes were changed. */
export function openSecretOf(
  { secretKey, earlierSecretKeys = [] }: Pick<OutboundHttp, "secretKey" | "earlierSecretKeys">,
  forwardId: string,
  sealed: Uint8Array,
): string | null {
  for (const key of [secretKey, ...earlierSecretKeys]) {
    const opened = openSecret(key, forwardId, sealed);
    if (opened !== null) return opened;
  }
  return null;
}

export function openSecret(key: Uint8Array, forwardId: string, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(forwardId))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    return null; // final() throws when the tag does not fit
  }
}

const PSEUDONYM_BYTES = 16;

/** The same for the same identifier, but another in each forward: two receivers cannot compare. */
export function pseudonymOf(key: Uint8Array, forwardId: string, identifier: string): string {
  const mac = createHmac("sha256", key).update(`${forwardId}\n${identifier}`).digest();
  return mac.subarray(0, PSEUDONYM_BYTES).toString("hex");
}
