import { createHash } from "node:crypto";

/** What is kept of a code or a token: a leaked table opens nothing. */
export function secretHash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}

const USER = "cmi5";

/** A token as `Authorization: Basic` has it (RFC 7617): `cmi5:` and a secret, in base 64. */
export function tokenOf(secret: string): string {
  return Buffer.from(`${USER}:${secret}`).toString("base64");
}

/** Whether a token could be one of a session, so that others are not looked for. */
export function looksLikeToken(token: string): boolean {
  return (
    token.length <= 200 && Buffer.from(token, "base64").toString("latin1").startsWith(`${USER}:`)
  );
}
