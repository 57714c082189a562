import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, type PersonId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { storeOwnStatements } from "#app/domain/learning/index.server.ts";

import type { CentresDeps } from "./deps.ts";
import { holdLed } from "./held-meeting.server.ts";
import { voidingStatement } from "./meeting-statements.ts";
import { mayTakeBack, type ReopenMeetingRefusal } from "./reopen-meeting.server.ts";
import { deleteAttendance, findPresent } from "./roll.store.server.ts";

export type RemoveFromMeetingRefusal =
  | ReopenMeetingRefusal
  /** While it is open, the roll itself is changed. */
  | { readonly code: "open" };

/** One person was not there after all: her statement is voided, on the day of closing. */
export async function removeFromMeeting(
  deps: CentresDeps,
  actor: Actor,
  input: { readonly meetingId: string; readonly personId: PersonId },
): Promise<Result<null, RemoveFromMeetingRefusal>> {
  const { personId } = input;
  return deps.transact(actor.reach, async (db) => {
    const led = await holdLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const { meeting, office } = led.value;
    if (meeting.closedAt === null) return refuse({ code: "open" });
    const at = deps.now();
    if (!mayTakeBack(meeting, at)) return refuse({ code: "too-late" });
    const rows = await findPresent(db, meeting);
    const row = rows.find((each) => each.personId === personId);
    if (row === undefined) return accept(null);
    const voiding = { baseIri: deps.baseIri, by: actor.accountId, at };
    const statements = row.statementId === null ? [] : [voidingStatement(voiding, row.statementId)];
    await storeOwnStatements(db, deps, meeting.communeId, statements);
    await deleteAttendance(db, meeting, [personId]);
    await appendAudit(db, [
      {
        communeId: meeting.communeId,
        at,
        actor: auditActor(actor, office),
        action: "class.person-removed",
        subjectKind: "class-meeting",
        subjectId: meeting.meetingId,
        detail: { personId },
      },
    ]);
    return accept(null);
  });
}
