import {
  callRoll,
  closeMeeting,
  openMeeting,
  recordVotes,
} from "#app/domain/centres/index.server.ts";
import { handsOptions } from "#app/domain/centres/index.ts";
import type { Course, Question } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import type { Dice } from "./dice.ts";
import type { SampleVillage } from "./residents.server.ts";
import type { SampleClock } from "./sample-clock.ts";

interface Meeting {
  readonly deps: Deps;
  readonly clock: SampleClock;
  readonly dice: Dice;
}

/** Neighbours learn together on two evenings; the second class is still open. */
export async function meet(
  { deps, clock, dice }: Meeting,
  promoter: Actor,
  village: SampleVillage,
  course: Course,
): Promise<void> {
  const neighbours = village.residents
    .map(({ personId }) => personId)
    .filter((personId) => personId !== promoter.personId);
  for (const [evening, lesson] of course.lessons.slice(0, 2).entries()) {
    const form = { placeId: village.id, lesson: { courseId: course.id, lessonId: lesson.id } };
    const opened = await openMeeting(deps, promoter, { meetingId: dice.id(clock.now()), form });
    const { meetingId } = valueOf(opened);
    const came = neighbours.slice(0, 4 + dice.roll(3));
    valueOf(await callRoll(deps, promoter, { meetingId, came, notThere: [] }));
    for (const question of lesson.questions) {
      const hands = handsOf(question, came.length);
      valueOf(await recordVotes(deps, promoter, { meetingId, questionId: question.id, hands }));
    }
    if (evening > 0) continue;
    clock.passMinutes(lesson.minutes + 20);
    valueOf(await closeMeeting(deps, promoter, { meetingId }));
    clock.passDays(7);
  }
}

/** Most are right, one is not sure. */
function handsOf(question: Question, present: number): Record<string, number> {
  const options = handsOptions(question);
  const wrong = options.find(({ right }) => !right)?.key;
  return Object.fromEntries(
    options.map(({ key, right }) => [key, right ? present - 1 : key === wrong ? 1 : 0]),
  );
}
