import { createRemoteJWKSet, errors, jwtVerify } from "jose";

import type { TokenClaims } from "#app/domain/xapi/index.server.ts";

export interface Issuer {
  /** `iss` of its tokens. */
  readonly issuer: string;
  /** `aud` that its tokens for this record store have. */
  readonly audience: string;
  /** Where its public keys are (RFC 7517). */
  readonly jwksUrl: string;
}

const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"];

/** Reads OAuth 2 access tokens that are JWTs (RFC 9068); null for what is not the issuer's, or too old. */
export function openIssuer({
  issuer,
  audience,
  jwksUrl,
}: Issuer): (token: string) => Promise<TokenClaims | null> {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ["exp"],
      });
      const clientId = payload["client_id"] ?? payload["azp"] ?? payload.sub;
      const scope = payload["scope"] ?? "";
      if (typeof clientId !== "string" || typeof scope !== "string") return null;
      return { clientId, scopes: scope.split(" ").filter((word) => word !== "") };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
}
