import { createHash, randomBytes } from "node:crypto";

const KEY_BYTES = 16;
const SECRET_BYTES = 32;

/** What a client names itself by: 128 bits of chance, base64url. */
export function freshKey(): string {
  return randomBytes(KEY_BYTES).toString("base64url");
}

/** 256 bits of chance, base64url: nothing that could be guessed, so one round of SHA-256 keeps it. */
export function freshSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** How a secret is kept. */
export function hashOfSecret(secret: string): Uint8Array {
  return createHash("sha256").update(secret).digest();
}
