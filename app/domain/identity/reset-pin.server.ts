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

import { exchangePin } from "./account.store.server.ts";
import { type Actor, auditActor, communeOffice } from "./actor.ts";
import { freshPin } from "./card.server.ts";
import { findOfficesOf } from "./office.store.server.ts";
import { findPersonFile } from "./people.store.server.ts";
import { hashPin } from "./pin.server.ts";
import { markOfPin } from "./read-person.server.ts";
import type { LearnerCard } from "./register-person.server.ts";

export type ResetPinRefusal =
  | { readonly code: "not-official" }
  | { readonly code: "own-account" }
  | { readonly code: "person-unknown" }
  /** She has no card yet, or died: there is no PIN to take the place of. */
  | { readonly code: "no-account" }
  /** The person holds an office that this commune has no say in: at province, or in another commune. */
  | { readonly code: "office-beyond" }
  /** It was replaced meanwhile, maybe by a first press of the same button. */
  | { readonly code: "pin-changed" };

/** A new PIN for a resident who forgot hers; her sessions end. The PIN is shown this once and kept nowhere. */
export async function resetPin(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    /** Of the PIN that stood when the official opened the page. */
    readonly pinMark: string;
  },
): Promise<Result<LearnerCard, ResetPinRefusal>> {
  const { communeId, personId, pinMark } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  if (personId === actor.personId) return refuse({ code: "own-account" });
  const now = deps.now();
  const pin = freshPin();
  const pinHash = await hashPin(pin);
  return deps.transact(actor.reach, async (db) => {
    const found = await findPersonFile(db, communeId, personId);
    if (found === null) return refuse({ code: "person-unknown" });
    const { file, account } = found;
    if (account === null || file.cardCode === null) return refuse({ code: "no-account" });
    const offices = await findOfficesOf(db, { communeId, personId }, dayOf(now));
    if (offices.some((held) => held.communeId !== communeId)) {
      return refuse({ code: "office-beyond" });
    }
    const from = account.pinHash;
    const exchanged =
      markOfPin(from) === pinMark &&
      (await exchangePin(db, { communeId, accountId: account.accountId }, { from, to: pinHash }));
    if (!exchanged) return refuse({ code: "pin-changed" });
    await appendAudit(db, [
      {
        communeId,
        at: now,
        actor: auditActor(actor, office),
        action: "account.pin-reset",
        subjectKind: "person",
        subjectId: personId,
        detail: null,
      },
    ]);
    const { fullName, villageId, cardCode } = file;
    return accept({ personId, villageId, fullName, cardCode, pin });
  });
}
