import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, type Result } from "#app/domain/kernel/index.ts";
import { findTold, storeOwnStatements } from "#app/domain/learning/index.server.ts";

import type { CentresDeps } from "./deps.ts";
import { holdLed, type NotYours } from "./held-meeting.server.ts";
import type { Meeting } from "./meeting.ts";
import { findHands, setClosed } from "./meeting.store.server.ts";
import { handsId, voidingStatement } from "./meeting-statements.ts";
import { findPresent, saveStatementIds } from "./roll.store.server.ts";

export type ReopenMeetingRefusal =
  | NotYours
  /** It was closed on another day. */
  | { readonly code: "too-late" };

/** Whether a closed class can still be taken back: on the day on which it was closed. */
export function mayTakeBack({ closedAt }: Pick<Meeting, "closedAt">, now: Date): boolean {
  return closedAt !== null && dayOf(closedAt) === dayOf(now);
}

/** Takes a closing back on the same day: every statement of it is voided, and the roll is open again. */
export async function reopenMeeting(
  deps: CentresDeps,
  actor: Actor,
  input: { readonly meetingId: string },
): Promise<Result<null, ReopenMeetingRefusal>> {
  return deps.transact(actor.reach, async (db) => {
    const led = await holdLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const { meeting, office } = led.value;
    if (meeting.closedAt === null) return accept(null);
    const at = deps.now();
    if (!mayTakeBack(meeting, at)) return refuse({ code: "too-late" });
    const rows = await findPresent(db, meeting);
    const attended = rows.flatMap(({ statementId }) => statementId ?? []);
    const standing = [...attended, ...(await standingHands(db, deps, meeting))];
    const voiding = { baseIri: deps.baseIri, by: actor.accountId, at };
    await storeOwnStatements(
      db,
      deps,
      meeting.communeId,
      standing.map((id) => voidingStatement(voiding, id)),
    );
    await saveStatementIds(db, meeting, null);
    await setClosed(db, meeting, null);
    await appendAudit(db, [
      {
        communeId: meeting.communeId,
        at,
        actor: auditActor(actor, office),
        action: "class.reopened",
        subjectKind: "class-meeting",
        subjectId: meeting.meetingId,
        detail: { present: rows.map(({ personId }) => personId) },
      },
    ]);
    return accept(null);
  });
}

/** The group's statements of the last closing. */
async function standingHands(
  db: Db,
  deps: CentresDeps,
  meeting: Meeting,
): Promise<readonly string[]> {
  const standing: string[] = [];
  for (const questionId of Object.keys(await findHands(db, meeting))) {
    for (let round = 0; ; round += 1) {
      const name = handsId(meeting, questionId, round);
      // oxlint-disable-next-line no-await-in-loop -- A handful, and each tells whether there is a next.
      const told = (await findTold(db, deps, [name])).get(name);
      if (told === undefined) break;
      if (!told.voided) standing.push(told.id);
    }
  }
  return standing;
}
