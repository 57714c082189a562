import type { Db } from "#app/db/index.server.ts";
import {
  accept,
  type AccountId,
  type Clock,
  type PersonId,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { agentKey } from "#app/domain/xapi/index.ts";

import type { ErasureOrder, ErasureReport } from "./erasure.ts";
import { countDoomed, findOwner, lawfully, listOfPerson } from "./erasure.store.server.ts";
import { carryOut } from "./carry-out-erasure.server.ts";

export type ErasePersonRefusal = { readonly code: "person-unknown" };

/** Whose record is erased. */
export interface ErasedPerson {
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly communeId: PlaceId;
}

export interface ErasureDeps extends Clock {
  /** As the owner of the tables: the application may not erase. */
  readonly ownerUrl: string;
  readonly baseIri: string;
}

/**
 * Erases what the record store holds of one person, at her request or by law: the text of every
 * statement that names her, her states and profiles, files that nothing else refers to. Run by whoever
 * runs the server, who answers for the basis; it stands in the log of every commune it touched.
 */
export async function erasePerson(
  deps: ErasureDeps & {
    /** What other modules derived from her statements goes in the same transaction. */
    readonly forget: (db: Db, person: ErasedPerson) => Promise<void>;
  },
  input: ErasureOrder & {
    readonly person: { readonly accountId: string } | { readonly cardCode: string };
  },
): Promise<Result<ErasureReport, ErasePersonRefusal>> {
  const { dryRun, person } = input;
  return lawfully(deps.ownerUrl, { dryRun }, async (db) => {
    const owner = await findOwner(db, person);
    if (owner === null) return refuse({ code: "person-unknown" });
    const key = agentKey({ account: { homePage: deps.baseIri, name: owner.accountId } });
    const documents = { agentKey: key, before: null };
    await listOfPerson(db, key);
    const counts = await countDoomed(db, documents);
    if (dryRun) return accept({ ...counts, erasureId: null, removedAttachments: [] });
    await deps.forget(db, owner);
    const order = { ...input, kind: "person" as const, homeId: owner.communeId };
    const subject = { kind: "person", id: owner.personId };
    const done = await carryOut(deps, db, { order, subject, documents });
    return accept({ ...counts, ...done });
  });
}
