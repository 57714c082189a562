import { randomBytes } from "node:crypto";

import { CODE_ALPHABET, CODE_LENGTH } from "#app/domain/kernel/index.ts";

/** 80 random bits in Crockford's base 32: nobody finds another's by counting on. */
export function newPublicCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => CODE_ALPHABET.charAt(byte % 32)).join("");
}
