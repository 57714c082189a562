import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";
import { findLesson } from "#app/domain/learning/index.ts";

import type { CentresDeps } from "./deps.ts";
import { type ShowOfHands, handsOptions } from "./show-of-hands.ts";
import { holdLed, type NotYours } from "./held-meeting.server.ts";
import { saveHands } from "./meeting.store.server.ts";

export type RecordVotesRefusal =
  NotYours | { readonly code: "closed" } | { readonly code: "question-unknown" };

/**
 * Keeps how many hands were raised for each answer, in place of what was kept before. They are the
 * group's: nobody's attempt or progress is touched. What no hand can be raised for is left aside.
 */
export async function recordVotes(
  deps: CentresDeps,
  actor: Actor,
  input: { readonly meetingId: string; readonly questionId: string; readonly hands: ShowOfHands },
): Promise<Result<null, RecordVotesRefusal>> {
  const { questionId } = input;
  return deps.transact(actor.reach, async (db) => {
    const led = await holdLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const { meeting } = led.value;
    if (meeting.closedAt !== null) return refuse({ code: "closed" });
    const found = findLesson(deps.catalogue(), meeting);
    const question = found?.lesson.questions.find(({ id }) => id === questionId);
    if (question === undefined) return refuse({ code: "question-unknown" });
    const hands = Object.fromEntries(
      handsOptions(question).map(({ key }) => [key, input.hands[key] ?? 0]),
    );
    await saveHands(db, meeting, { questionId, hands, at: deps.now() });
    return accept(null);
  });
}
