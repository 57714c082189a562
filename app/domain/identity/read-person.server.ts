import { createHash } from "node:crypto";

import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  accept,
  type Clock,
  dayOf,
  type PersonId,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { type Actor, auditActor, communeOffice } from "./actor.ts";
import { findOfficesOf } from "./office.store.server.ts";
import type { PersonChange, PersonFile } from "./people.ts";
import { listPersonChanges } from "./person-change.store.server.ts";
import { findPersonFile } from "./people.store.server.ts";

export type ReadPersonRefusal =
  { readonly code: "not-official" } | { readonly code: "person-unknown" };

/** What the commune keeps of one resident; opening it is logged. */
export async function readPerson(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly personId: PersonId },
): Promise<
  Result<
    PersonFile & {
      /** Names the PIN that stands, so that a new one takes the place of that one alone; null without a card. */
      readonly pinMark: string | null;
      /** Names what stands in the file, so that a form does not undo what was changed meanwhile. */
      readonly mark: string;
      readonly changes: readonly PersonChange[];
      /** Whether it is the reader herself, for whom somebody else acts. */
      readonly own: boolean;
    },
    ReadPersonRefusal
  >
> {
  const { communeId, personId } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  const now = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const found = await findPersonFile(db, communeId, personId);
    if (found === null) return refuse({ code: "person-unknown" });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "person.read",
        subjectKind: "person",
        subjectId: personId,
        detail: null,
      },
    ]);
    return accept({
      ...found.file,
      offices: await findOfficesOf(db, { communeId, personId }, dayOf(now)),
      pinMark: found.account === null ? null : markOfPin(found.account.pinHash),
      changes: await listPersonChanges(db, { communeId, personId }),
      mark: markOfFile(found.file),
      own: personId === actor.personId,
    });
  });
}

/** A name for a PIN's hash that tells nothing of either: the hash is salted. */
export function markOfPin(pinHash: string): string {
  return createHash("sha256").update(pinHash).digest("hex").slice(0, 16);
}

/** A name for what is known of somebody: another one after any change. */
export function markOfFile(file: Omit<PersonFile, "offices">): string {
  const { consent: _consent, registeredAt: _registeredAt, ...known } = file;
  return createHash("sha256").update(JSON.stringify(known)).digest("hex").slice(0, 16);
}
