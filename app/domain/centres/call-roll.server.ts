import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, type PersonId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { CentresDeps } from "./deps.ts";
import { holdLed, type LedMeeting, type NotYours } from "./held-meeting.server.ts";
import { PRESENT_AT_MOST } from "./meeting.ts";
import {
  countPresent,
  deleteAttendance,
  findResidents,
  insertAttendance,
  type Marking,
} from "./roll.store.server.ts";

export type CallRollRefusal =
  | NotYours
  | { readonly code: "closed" }
  /** Not registered in the commune of the class, or erased. */
  | { readonly code: "person-unknown" }
  /** Whoever leads the class, and whoever calls the roll, is not marked by himself. */
  | { readonly code: "oneself" }
  | { readonly code: "too-many" };

/**
 * Marks people present and takes others off, any number of times while the class is open, from any
 * number of phones: what one phone did not touch stays as another left it.
 */
export async function callRoll(
  deps: CentresDeps,
  actor: Actor,
  input: {
    readonly meetingId: string;
    readonly came: readonly PersonId[];
    readonly notThere: readonly PersonId[];
  },
): Promise<Result<null, CallRollRefusal>> {
  return deps.transact(actor.reach, async (db) => {
    const led = await holdLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const how = { markedById: actor.personId, at: deps.now(), how: "tapped" } as const;
    return mark(db, actor, led.value, { ...input, how });
  });
}

/** The roll of a meeting that is held, changed and logged. */
export async function mark(
  db: Db,
  actor: Actor,
  { meeting, office }: LedMeeting,
  asked: {
    readonly came: readonly PersonId[];
    readonly notThere: readonly PersonId[];
    readonly how: Marking;
  },
): Promise<Result<null, CallRollRefusal>> {
  const { came, notThere, how } = asked;
  if (meeting.closedAt !== null) return refuse({ code: "closed" });
  if (came.some((id) => id === actor.personId || id === meeting.promoterId)) {
    return refuse({ code: "oneself" });
  }
  const residents = await findResidents(db, meeting.communeId, came);
  if (came.some((id) => !residents.has(id))) return refuse({ code: "person-unknown" });
  const removed = await deleteAttendance(db, meeting, notThere);
  const added = await insertAttendance(db, meeting, came, how);
  if ((await countPresent(db, meeting)) > PRESENT_AT_MOST) return refuse({ code: "too-many" });
  if (added + removed > 0) {
    await appendAudit(db, [
      {
        communeId: meeting.communeId,
        at: how.at,
        actor: auditActor(actor, office),
        action: "class.roll-called",
        subjectKind: "class-meeting",
        subjectId: meeting.meetingId,
        detail: { came, notThere, how: how.how },
      },
    ]);
  }
  return accept(null);
}
