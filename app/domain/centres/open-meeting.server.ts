import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor } from "#app/domain/identity/index.ts";
import { accept, dayOf, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { findLesson, type UnknownLesson } from "#app/domain/learning/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";

import { teachingOffice } from "./access.ts";
import type { CentresDeps } from "./deps.ts";
import { MeetingId, type OpeningForm } from "./meeting.ts";
import { findMeeting, insertMeetingOnce, type NewMeeting } from "./meeting.store.server.ts";

export type OpenMeetingRefusal =
  | { readonly code: "no-office" }
  | UnknownLesson
  /** Whoever leads has to be registered in the commune of the class. */
  | { readonly code: "registered-elsewhere" };

/**
 * Opens a class at a village or commune for one lesson; its final test is everybody's own and is not
 * opened to a group. A second press of the form finds the class that the first opened.
 */
export async function openMeeting(
  deps: CentresDeps,
  actor: Actor,
  input: {
    /** Made with the form. */
    readonly meetingId: string;
    readonly form: OpeningForm;
  },
): Promise<Result<{ readonly meetingId: MeetingId }, OpenMeetingRefusal>> {
  const { placeId } = input.form;
  const found = findLesson(deps.catalogue(), input.form.lesson);
  if (found === null || found.lesson.kind === "final") return refuse({ code: "unknown-lesson" });
  const { course, lesson } = found;
  const now = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const communeId = await communeOf(db, placeId);
    const office = communeId === null ? null : teachingOffice(actor, { communeId, placeId });
    if (communeId === null || office === null) return refuse({ code: "no-office" });
    if (communeId !== actor.communeId) return refuse({ code: "registered-elsewhere" });
    const meeting: Omit<NewMeeting, "meetingId"> = {
      communeId,
      placeId,
      heldOn: dayOf(now),
      minutes: lesson.minutes,
      topic: lesson.title,
      courseId: course.id,
      lessonId: lesson.id,
      contentVersion: lesson.version,
      promoterId: actor.personId,
      openedAt: now,
    };
    const { meetingId, fresh } = await keep(deps, db, meeting, input.meetingId);
    if (fresh) {
      await appendAudit(db, [
        {
          communeId,
          at: now,
          actor: auditActor(actor, office),
          action: "class.opened",
          subjectKind: "class-meeting",
          subjectId: meetingId,
          detail: { placeId, courseId: course.id, lessonId: lesson.id },
        },
      ]);
    }
    return accept({ meetingId });
  });
}

async function communeOf(db: Db, placeId: PlaceId): Promise<PlaceId | null> {
  const place = await findPlace(db, placeId);
  if (place === null || place.validTo !== null || place.kind === "province") return null;
  return place.kind === "village" ? place.communeId : place.id;
}

/** Under the form's id, unless it was used for another class: the form may be one that was gone back to. */
async function keep(
  deps: CentresDeps,
  db: Db,
  meeting: Omit<NewMeeting, "meetingId">,
  formId: string,
): Promise<{ readonly meetingId: MeetingId; readonly fresh: boolean }> {
  const fresh = await insertMeetingOnce(db, { ...meeting, meetingId: formId });
  if (fresh) return { meetingId: MeetingId.parse(formId), fresh };
  const kept = await findMeeting(db, formId);
  const same =
    kept?.placeId === meeting.placeId &&
    kept.promoterId === meeting.promoterId &&
    kept.courseId === meeting.courseId &&
    kept.lessonId === meeting.lessonId;
  if (same) return { meetingId: kept.meetingId, fresh: false };
  const meetingId = MeetingId.parse(deps.newId());
  await insertMeetingOnce(db, { ...meeting, meetingId });
  return { meetingId, fresh: true };
}
