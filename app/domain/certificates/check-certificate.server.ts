import { parsePublicCode } from "#app/domain/kernel/index.ts";

import { type CertificateCheck, checkOf } from "./certificate.ts";
import { findOne } from "./certificate.store.server.ts";
import type { CertificateDeps } from "./deps.ts";

/** What anyone who holds the code of a certificate is told: how it stands, and what its paper shows. */
export async function checkCertificate(
  deps: Pick<CertificateDeps, "transact">,
  typed: string,
): Promise<CertificateCheck> {
  const code = parsePublicCode(typed);
  const found =
    code === null ? null : await deps.transact("everywhere", (db) => findOne(db, { code }));
  return found === null ? { status: "unknown" } : checkOf(found);
}
