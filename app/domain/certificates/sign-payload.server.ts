import { CompactSign } from "jose";

import { keyIri } from "./addresses.ts";
import type { CertificateDeps } from "./deps.ts";
import { ALGORITHM } from "./verify-credential.ts";

/** A payload as compact JWS, and which key signed it. */
export async function signPayload(
  deps: Pick<CertificateDeps, "badgeKeys" | "origin">,
  payload: object,
  typ: "JWT" | "vc+jwt",
): Promise<{ readonly jwt: string; readonly keyId: string }> {
  const { id, key } = await deps.badgeKeys.current();
  const jwt = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: ALGORITHM, kid: keyIri(deps.origin, id), typ })
    .sign(key);
  return { jwt, keyId: id };
}
