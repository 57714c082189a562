import { type Course, type Lesson, rightResponse } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import type { Answers, LearningDeps } from "#app/domain/learning/index.ts";
import { startQuizAttempt, openLesson, submitQuiz } from "#app/domain/learning/index.server.ts";

import type { Dice } from "./dice.ts";
import type { SampleClock } from "./sample-clock.ts";

/** What a sample resident learns with: the product's own use cases, on another day. */
export interface Studying {
  readonly deps: LearningDeps;
  readonly clock: SampleClock;
  readonly dice: Dice;
}

/** The first lessons of a course, one every few evenings; with all of them, the final test too. */
export async function study(
  { deps, clock, dice }: Studying,
  actor: Actor,
  course: Course,
  lessons: number,
): Promise<void> {
  const all = [...course.lessons, course.final];
  for (const lesson of all.slice(0, lessons)) {
    clock.passDays(1 + dice.roll(4));
    const ref = { courseId: course.id, lessonId: lesson.id };
    await openLesson(deps, actor, ref);
    clock.passMinutes(lesson.minutes);
    const { id: token } = valueOf(await startQuizAttempt(deps, actor, ref));
    valueOf(await submitQuiz(deps, actor, { ...ref, token, answers: answers(lesson, dice) }));
  }
}

/** Mostly right: at most one mistake, as somebody makes who read the lesson. */
function answers(lesson: Lesson, dice: Dice): Answers {
  const mistaken = dice.chance(40) ? dice.roll(lesson.questions.length) : -1;
  return Object.fromEntries(
    lesson.questions.map((question, index) => [
      question.id,
      index === mistaken ? ["0"] : rightResponse(question),
    ]),
  );
}
