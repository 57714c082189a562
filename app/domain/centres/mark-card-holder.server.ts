import { type Actor, readLogin } from "#app/domain/identity/index.ts";
import { findCardHolder } from "#app/domain/identity/index.server.ts";
import { refuse, type Result } from "#app/domain/kernel/index.ts";

import { type CallRollRefusal, mark } from "./call-roll.server.ts";
import type { CentresDeps } from "./deps.ts";
import { holdLed } from "./held-meeting.server.ts";

export type MarkCardHolderRefusal =
  | CallRollRefusal
  | { readonly code: "card-unreadable" }
  /** Nobody of the commune has that card. */
  | { readonly code: "card-unknown" };

/** Marks present whoever holds a card, by the code that is printed on it. */
export async function markCardHolder(
  deps: CentresDeps,
  actor: Actor,
  input: { readonly meetingId: string; readonly card: string },
): Promise<Result<null, MarkCardHolderRefusal>> {
  const read = readLogin(input.card);
  return deps.transact(actor.reach, async (db) => {
    const led = await holdLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    if (read.kind !== "card") return refuse({ code: "card-unreadable" });
    const holder = await findCardHolder(db, led.value.meeting.communeId, read.cardCode);
    if (holder === null) return refuse({ code: "card-unknown" });
    const how = { markedById: actor.personId, at: deps.now(), how: "scanned" } as const;
    return mark(db, actor, led.value, { came: [holder.personId], notThere: [], how });
  });
}
