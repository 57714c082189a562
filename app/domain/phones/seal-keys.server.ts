import { createECDH, createHash, type ECDH } from "node:crypto";

import { compactDecrypt, importJWK } from "jose";

import type { SealKey } from "./envelope.ts";

export interface SealKeys {
  /** What phones seal to from now on. */
  readonly current: SealKey;
  /** What lies in an envelope, as JSON; null when it was not sealed to a key of ours. */
  readonly open: (sealed: string) => Promise<unknown>;
}

/**
 * Keys that phones seal to.
 * @param seeds 32 bytes each; the first gives the key of today, the others open what was sealed to
 *   earlier ones
 */
export function openSealKeys(seeds: readonly Uint8Array[]): SealKeys {
  const pairs = seeds.map((seed) => pairOf(seed));
  const [current] = pairs;
  if (current === undefined) throw new Error("there is no seed for a key to seal to");
  return {
    current: current.open,
    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(
          sealed,
          ({ kid }) => {
            const pair = pairs.find(({ open }) => open.kid === kid);
            if (pair === undefined) throw new Error("sealed to a key that is not ours");
            return importJWK(pair.secret, "ECDH-ES");
          },
          { keyManagementAlgorithms: ["ECDH-ES"], contentEncryptionAlgorithms: ["A256GCM"] },
        );
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plaintext));
      } catch {
        // Whatever is wrong with it: it is a text that anybody may have sent.
        return null;
      }
    },
  };
}

function pairOf(seed: Uint8Array) {
  const ecdh = createECDH("prime256v1");
  takeScalar(ecdh, seed);
  const point = ecdh.getPublicKey();
  const jwk = {
    kty: "EC" as const,
    crv: "P-256" as const,
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33, 65).toString("base64url"),
  };
  const kid = createHash("sha256").update(point).digest("base64url").slice(0, 16);
  // A private key may come shorter than the curve's 32 bytes.
  const d = Buffer.concat([Buffer.alloc(32), ecdh.getPrivateKey()])
    .subarray(-32)
    .toString("base64url");
  return { open: { ...jwk, kid }, secret: { ...jwk, d } };
}

/** Once in four billion seeds the number is larger than the curve's order, and the next is taken. */
function takeScalar(ecdh: ECDH, seed: Uint8Array): void {
  for (let turn = 0; ; turn += 1) {
    const scalar = createHash("sha256").update(seed).update(String(turn)).digest();
    try {
      ecdh.setPrivateKey(scalar);
      return;
    } catch (error) {
      if (turn > 8) throw error;
    }
  }
}
