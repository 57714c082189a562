import type { Course, Lesson } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, type Result } from "#app/domain/kernel/index.ts";
import { findLesson } from "#app/domain/learning/index.ts";

import type { CentresDeps } from "./deps.ts";
import type { ShowOfHands } from "./show-of-hands.ts";
import { findLed, type NotYours } from "./held-meeting.server.ts";
import type { Meeting } from "./meeting.ts";
import { findHands } from "./meeting.store.server.ts";

export interface MeetingView {
  readonly meeting: Meeting;
  /** The lesson as it stands now; null when the catalogue no longer has it. */
  readonly found: { readonly course: Course; readonly lesson: Lesson } | null;
  /** Whether the lesson is another text than when the class was opened. */
  readonly changed: boolean;
  /** By question. */
  readonly hands: Readonly<Record<string, ShowOfHands>>;
}

/** A class as whoever leads it has it before her. */
export async function readMeeting(
  deps: Pick<CentresDeps, "transact" | "catalogue">,
  actor: Actor,
  input: { readonly meetingId: string },
): Promise<Result<MeetingView, NotYours>> {
  return deps.transact(actor.reach, async (db) => {
    const led = await findLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const { meeting } = led.value;
    const found = findLesson(deps.catalogue(), meeting);
    return accept({
      meeting,
      found,
      changed: found !== null && found.lesson.version !== meeting.contentVersion,
      hands: await findHands(db, meeting),
    });
  });
}
