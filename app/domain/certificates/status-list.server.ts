import { createHash } from "node:crypto";

import { LIST_ENTRIES } from "./addresses.ts";
import { bitsOf, encodeBits } from "./bitstring.ts";
import { findStatuses } from "./certificate.store.server.ts";
import { statusListPayload } from "./credential.ts";
import type { CertificateDeps } from "./deps.ts";
import { signPayload } from "./sign-payload.server.ts";

/** How far back the time of a list may lie: within it the list stays the same, so that it is kept. */
const TICK_MILLISECONDS = 15 * 60 * 1000;

/** A status list as it is published. */
export interface StatusList {
  /** Changes when the list does, or a quarter of an hour later. */
  readonly version: string;
  /** Signs it: the list as VC-JWT. */
  readonly sign: () => Promise<string>;
}

/** The n-th status list, from 1; null when no certificate stands in it. The first is always there. */
export async function readStatusList(
  deps: Pick<CertificateDeps, "transact" | "now" | "origin" | "badgeKeys">,
  list: number,
): Promise<StatusList | null> {
  const from = (list - 1) * LIST_ENTRIES;
  const now = deps.now().getTime();
  const { last, revoked } = await deps.transact("everywhere", (db) =>
    findStatuses(db, { from, until: from + LIST_ENTRIES }),
  );
  if (list !== 1 && from > last) return null;
  const listedAt = new Date(now - (now % TICK_MILLISECONDS));
  const { id: keyId } = await deps.badgeKeys.current();
  const said = [deps.origin, list, keyId, listedAt.toISOString(), ...revoked].join(" ");
  return {
    version: createHash("sha256").update(said).digest("base64url"),
    sign: async () => {
      const bits = bitsOf(
        LIST_ENTRIES,
        revoked.map((index) => index - from),
      );
      const payload = statusListPayload(deps.origin, list, await encodeBits(bits), listedAt);
      return (await signPayload(deps, payload, "vc+jwt")).jwt;
    },
  };
}
