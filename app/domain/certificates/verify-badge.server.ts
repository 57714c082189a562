import { listIri } from "./addresses.ts";
import type { CertificateDeps } from "./deps.ts";
import { readStatusList } from "./status-list.server.ts";
import { type CredentialCheck, statusListOf, verifyCredential } from "./verify-credential.ts";

/** Verifies a badge by our own keys and the status list as it is this moment. */
export async function verifyBadge(
  deps: Pick<CertificateDeps, "transact" | "now" | "origin" | "badgeKeys">,
  text: string,
): Promise<CredentialCheck> {
  const named = statusListOf(text);
  const number = Number(/\/(\d{1,6})$/u.exec(named ?? "")?.[1] ?? Number.NaN);
  // Only a list of ours is looked up; anybody may write any address into a file.
  const isOurs = named !== null && named === listIri(deps.origin, number);
  const list = isOurs ? await readStatusList(deps, number) : null;
  return verifyCredential(text, {
    keys: await deps.badgeKeys.published(),
    statusList: list === null ? null : await list.sign(),
    now: deps.now(),
  });
}
