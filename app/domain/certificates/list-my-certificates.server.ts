import type { Actor } from "#app/domain/identity/index.ts";

import type { OwnCertificate } from "./certificate.ts";
import { findOwn } from "./certificate.store.server.ts";
import type { CertificateDeps } from "./deps.ts";

/** Her own certificates, the newest first; revoked ones are told too. */
export function listMyCertificates(
  deps: Pick<CertificateDeps, "transact">,
  actor: Actor,
): Promise<readonly OwnCertificate[]> {
  return deps.transact(actor.reach, (db) => findOwn(db, actor));
}
