import { CompactEncrypt, importJWK } from "jose";

import type { Envelope, SealedContent, SealKey } from "./envelope.ts";

/**
 * Seals an act to the server, with a key made for this one envelope and thrown away: from here on nobody
 * can read it on the phone, neither a neighbour nor she herself.
 */
export async function seal(key: SealKey, content: SealedContent): Promise<Envelope> {
  const { kid, ...jwk } = key;
  const sealed = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", kid })
    .encrypt(await importJWK(jwk, "ECDH-ES"));
  return { id: content.item.id, sealed };
}
