import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps } from "./deps.ts";
import { readVersion } from "./package.store.server.ts";
import { findRegistrationById } from "./registration.store.server.ts";
import { secretHash, tokenOf } from "./secrets.server.ts";
import { findSessionOfCode, giveToken } from "./session.store.server.ts";
import { unitOf } from "./structure.ts";

/** As the specification numbers them (§8.2.3): 1 used before or expired, 2 not known. */
export type FetchTokenRefusal = { readonly code: "used-or-over" } | { readonly code: "unknown" };

/** Gives the token of a session, once (§8.2). */
export async function fetchToken(
  deps: Cmi5Deps,
  code: string,
): Promise<Result<{ readonly token: string }, FetchTokenRefusal>> {
  const token = tokenOf(deps.newSecret());
  return deps.transact("everywhere", async (db) => {
    const session = await findSessionOfCode(db, secretHash(code));
    if (session === null) return refuse({ code: "unknown" });
    const isOver = session.ending !== null || session.expiresAt <= deps.now();
    return !isOver && (await giveToken(db, session, secretHash(token)))
      ? accept({ token })
      : refuse({ code: "used-or-over" });
  });
}

/** The launch that a code is of: the file that it opened, and whether its token was given. */
export async function launchOfCode(
  deps: Cmi5Deps,
  code: string,
): Promise<{ readonly sha256: string; readonly url: string; readonly isUsed: boolean } | null> {
  return deps.transact("everywhere", async (db) => {
    const session = await findSessionOfCode(db, secretHash(code));
    if (session === null) return null;
    const { communeId, registrationId } = session;
    const registration = await findRegistrationById(db, communeId, registrationId);
    if (registration === null) return null;
    const version = await readVersion(db, deps, registration.versionId);
    const unit = unitOf(version.structure, session.unit);
    return unit === null
      ? null
      : {
          sha256: version.sha256,
          url: unit.url,
          isUsed: session.isFetched || session.ending !== null,
        };
  });
}
