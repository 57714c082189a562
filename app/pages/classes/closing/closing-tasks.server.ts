import type { MeetingId } from "#app/domain/centres/index.ts";
import {
  closeMeeting,
  removeFromMeeting,
  type RemoveFromMeetingRefusal,
  reopenMeeting,
} from "#app/domain/centres/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { PersonId, type Result } from "#app/domain/kernel/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf } from "#app/server/http/form.server.ts";

/** What was done, as the next address says it. */
export const CLOSING_DONE = ["done", "reopened", "removed"] as const;

/** Does what one of the forms at the end of a class asks for; a class that is not hers is no page. */
export async function doClosingTask(
  deps: Deps,
  actor: Actor,
  meetingId: MeetingId,
  form: FormData,
) {
  switch (textOf(form, "viec")) {
    case "ket-thuc":
      return settled(await closeMeeting(deps, actor, { meetingId }), "done");
    case "mo-lai":
      return settled(await reopenMeeting(deps, actor, { meetingId }), "reopened");
    case "bo": {
      const person = PersonId.safeParse(textOf(form, "nguoi"));
      if (!person.success) throw new Response(null, { status: 400 });
      const whom = { meetingId, personId: person.data };
      return settled(await removeFromMeeting(deps, actor, whom), "removed");
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

function settled(
  result: Result<unknown, RemoveFromMeetingRefusal>,
  done: (typeof CLOSING_DONE)[number],
) {
  if (result.ok) return { state: "done" as const, done };
  switch (result.refusal.code) {
    case "not-yours":
      throw new Response(null, { status: 404 });
    case "too-late":
      return { state: "refused" as const, fault: "tooLate" as const };
    case "open":
      return { state: "refused" as const, fault: "stillOpen" as const };
  }
}
