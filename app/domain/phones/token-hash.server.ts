import { createHash } from "node:crypto";

/** Only this is kept of a phone's token: a leaked table hands in nothing. */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
