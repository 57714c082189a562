import type { Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { type Desk, deskOffice } from "./desk.ts";
import { findAccesses } from "./access-log.store.server.ts";
import type { AccessLogEntry } from "./records.ts";

export type ListAccessesRefusal = { readonly code: "not-official" };

const PAGE = 50;

/** Who was shown personal data at a desk, the newest first; it names officials only and is not logged. */
export async function listAccesses(
  deps: { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly desk: Desk;
    /** Of the log: only what is older. */
    readonly before: bigint | null;
  },
): Promise<
  Result<
    { readonly accesses: readonly AccessLogEntry[]; readonly more: bigint | null },
    ListAccessesRefusal
  >
> {
  const { desk, before } = input;
  if (deskOffice(actor, desk) === null) return refuse({ code: "not-official" });
  const { placeId } = desk;
  const found = await deps.transact([placeId], (db) =>
    findAccesses(db, { placeId, before, limit: PAGE + 1 }),
  );
  const accesses = found.slice(0, PAGE);
  return accept({
    accesses,
    more: found.length > PAGE ? (accesses.at(-1)?.sequence ?? null) : null,
  });
}
