import type { Db } from "#app/db/index.server.ts";
import type { Actor, HeldOffice } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { teachingOffice } from "./access.ts";
import type { Meeting } from "./meeting.ts";
import { findMeeting, lockMeeting } from "./meeting.store.server.ts";

/** Unknown, and known but at a place where this person leads no classes, are answered alike. */
export interface NotYours {
  readonly code: "not-yours";
}

export interface LedMeeting {
  readonly meeting: Meeting;
  /** By which the actor acts. */
  readonly office: HeldOffice;
}

/** A meeting, and the office by which the actor has a part in it. */
export async function findLed(
  db: Db,
  actor: Actor,
  meetingId: string,
): Promise<Result<LedMeeting, NotYours>> {
  const meeting = await findMeeting(db, meetingId);
  const office = meeting === null ? null : teachingOffice(actor, meeting);
  return meeting === null || office === null
    ? refuse({ code: "not-yours" })
    : accept({ meeting, office });
}

/** The same, held until the transaction ends. */
export async function holdLed(
  db: Db,
  actor: Actor,
  meetingId: string,
): Promise<Result<LedMeeting, NotYours>> {
  await lockMeeting(db, meetingId);
  return findLed(db, actor, meetingId);
}
