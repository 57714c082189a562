import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, type Result } from "#app/domain/kernel/index.ts";
import { findLesson } from "#app/domain/learning/index.ts";

import type { CentresDeps } from "./deps.ts";
import { holdLed, type NotYours } from "./held-meeting.server.ts";
import type { Meeting } from "./meeting.ts";
import { findAccountId, findHands, setClosed } from "./meeting.store.server.ts";
import {
  attendedId,
  attendedStatement,
  handsId,
  handsStatement,
  type MeetingFrame,
} from "./meeting-statements.ts";
import { findPresent, type RollRow, saveStatementIds } from "./roll.store.server.ts";
import { storeFresh } from "./store-fresh.server.ts";

/**
 * Ends a class: one statement for each person present, with whoever led it as instructor, and one of
 * the group for each question that hands were raised at, in one transaction. Closed before, even at the
 * same moment from another phone, it is as good as closed. With nobody present nothing is stated.
 */
export async function closeMeeting(
  deps: CentresDeps,
  actor: Actor,
  input: { readonly meetingId: string },
): Promise<Result<{ readonly present: number }, NotYours>> {
  return deps.transact(actor.reach, async (db) => {
    const led = await holdLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const { meeting, office } = led.value;
    if (meeting.closedAt !== null) return accept({ present: meeting.present });
    const at = deps.now();
    const present = await findPresent(db, meeting);
    if (present.length > 0) {
      const frame = await frameOf(deps, db, meeting, at);
      await statePresent(deps, db, frame, present);
      await stateHands(deps, db, frame);
    }
    await setClosed(db, meeting, at);
    await appendAudit(db, [
      {
        communeId: meeting.communeId,
        at,
        actor: auditActor(actor, office),
        action: "class.closed",
        subjectKind: "class-meeting",
        subjectId: meeting.meetingId,
        detail: { present: present.map(({ personId }) => personId) },
      },
    ]);
    return accept({ present: present.length });
  });
}

async function frameOf(
  deps: CentresDeps,
  db: Db,
  meeting: Meeting,
  at: Date,
): Promise<MeetingFrame> {
  const promoter = await findAccountId(db, meeting.communeId, meeting.promoterId);
  if (promoter === null) throw new Error(`whoever led ${meeting.meetingId} has no account`);
  const catalogue = deps.catalogue();
  return {
    baseIri: deps.baseIri,
    meeting,
    promoter,
    course: catalogue.find(({ id }) => id === meeting.courseId) ?? null,
    contentVersion: findLesson(catalogue, meeting)?.lesson.version ?? meeting.contentVersion,
    at,
  };
}

async function statePresent(
  deps: CentresDeps,
  db: Db,
  frame: MeetingFrame,
  present: readonly RollRow[],
): Promise<void> {
  const ids = await storeFresh(
    db,
    deps,
    frame.meeting,
    present.map(({ personId, accountId }) => (round: number) => {
      const id = attendedId(frame.meeting, personId, round);
      return attendedStatement(frame, { id, accountId });
    }),
  );
  const kept = present.flatMap(({ personId }, index) => {
    const statementId = ids[index];
    return statementId === undefined ? [] : [{ personId, statementId }];
  });
  await saveStatementIds(db, frame.meeting, kept);
}

async function stateHands(deps: CentresDeps, db: Db, frame: MeetingFrame): Promise<void> {
  const { meeting } = frame;
  const found = findLesson(deps.catalogue(), meeting);
  const answers = Object.entries(await findHands(db, meeting));
  await storeFresh(
    db,
    deps,
    frame.meeting,
    answers.map(([questionId, hands]) => (round: number) => {
      const question = found?.lesson.questions.find(({ id }) => id === questionId);
      const asked = found === null || question === undefined ? null : { ...found, question };
      const id = handsId(meeting, questionId, round);
      return handsStatement(frame, { id, questionId, hands, asked });
    }),
  );
}
