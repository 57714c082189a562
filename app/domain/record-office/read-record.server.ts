import type { Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, type Clock, refuse, type Result } from "#app/domain/kernel/index.ts";
import { statementText } from "#app/domain/xapi/index.ts";
import { findStatement } from "#app/domain/xapi/index.server.ts";

import { type Desk, deskOffice } from "./desk.ts";
import { placesOfDesk } from "./desk-places.store.server.ts";
import { logAccess } from "./access-log.store.server.ts";
import { lineOf } from "./record-lines.server.ts";
import { findLinks } from "./record-links.store.server.ts";
import type { RecordFile } from "./records.ts";
import { findNames } from "./resident.store.server.ts";
import { agentKeysIn, agentsNamedBy, nameOfAuthority } from "./statement-parts.ts";

export type ReadRecordRefusal =
  | { readonly code: "not-official" }
  /** Never stored, or of a place beyond the desk: the two are not told apart. */
  | { readonly code: "statement-unknown" };

/** One statement with everything that is known about it; opening it is logged. */
export async function readRecord(
  deps: Clock & { readonly transact: Transact; readonly baseIri: string },
  actor: Actor,
  input: { readonly desk: Desk; readonly statementId: string },
): Promise<Result<RecordFile, ReadRecordRefusal>> {
  const { desk, statementId } = input;
  const office = deskOffice(actor, desk);
  if (office === null) return refuse({ code: "not-official" });
  const places = await deps.transact([], (db) => placesOfDesk(db, desk));
  const at = deps.now();
  return deps.transact([...places.keys()], async (db) => {
    const kept = await findStatement(db, statementId);
    if (kept === null) return refuse({ code: "statement-unknown" });
    const line = lineOf(kept, deps.baseIri, places);
    const links = await findLinks(db, kept);
    const { payload } = kept;
    const value: unknown =
      payload === null ? null : JSON.parse(statementText({ ...kept, payload }));
    const named = line.parts === null ? [] : agentsNamedBy(line.parts);
    const looked = { at: "statement" as const, statementId };
    const persons = agentKeysIn(value, deps.baseIri).size;
    await logAccess(db, { placeId: desk.placeId, actor, office, at, looked, persons });
    return accept({
      ...line,
      names: await findNames(
        db,
        named.flatMap(({ accountId }) => accountId ?? []),
      ),
      version: kept.version,
      authority: nameOfAuthority(JSON.parse(kept.authority)),
      content:
        payload === null
          ? { state: "erased", hash: links.erasedHash ?? "", erasure: links.erasure }
          : { state: "kept", json: JSON.stringify(value, null, 2) },
      refersTo: links.refersTo,
      referredBy: links.referredBy,
      sealedAt: links.sealedAt,
    });
  });
}
