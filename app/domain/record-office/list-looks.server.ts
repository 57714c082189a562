import type { Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { type Desk, deskOffice } from "./desk.ts";
import { findLooks } from "./look.store.server.ts";
import type { Look } from "./records.ts";

export type ListLooksRefusal = { readonly code: "not-official" };

const PAGE = 50;

/** Who was shown personal data at a desk, the newest first; it names officials only and is not logged. */
export async function listLooks(
  deps: { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly desk: Desk;
    /** Of the log: only what is older. */
    readonly before: bigint | null;
  },
): Promise<
  Result<{ readonly looks: readonly Look[]; readonly more: bigint | null }, ListLooksRefusal>
> {
  const { desk, before } = input;
  if (deskOffice(actor, desk) === null) return refuse({ code: "not-official" });
  const { placeId } = desk;
  const found = await deps.transact([placeId], (db) =>
    findLooks(db, { placeId, before, limit: PAGE + 1 }),
  );
  const looks = found.slice(0, PAGE);
  return accept({ looks, more: found.length > PAGE ? (looks.at(-1)?.sequence ?? null) : null });
}
