import type { Db } from "#app/db/index.server.ts";
import type { Lesson } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, type Day, dayOf, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { LearningDeps } from "./deps.ts";
import type { ServedQuiz } from "./served-quiz.ts";
import { findLesson, type LessonRef, type UnknownLesson } from "./find-lesson.ts";
import { findLessonText, keepLessonVersion } from "./lesson-version.store.server.ts";
import { servedQuizOf, type QuizAttempt, questionsDrawn, unanswered } from "./quiz-attempt.ts";
import { findOpenAttempt, findTries, insertAttempt } from "./quiz-attempt.store.server.ts";
import { triesOn } from "./tries.ts";

/** All tries of the day are used up; another quiz is drawn from `again` on. */
export interface NoTriesLeft {
  readonly code: "no-tries-left";
  readonly triesADay: number;
  readonly again: Day;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The quiz that she has begun and not handed in, on whichever phone; else a new one. What is drawn is
 * answered and judged by the text it was drawn from, however the lesson is changed meanwhile.
 */
export async function startQuizAttempt(
  deps: LearningDeps,
  actor: Actor,
  ref: LessonRef,
): Promise<Result<ServedQuiz, UnknownLesson | NoTriesLeft>> {
  const found = findLesson(deps.catalogue(), ref);
  if (found === null) return refuse({ code: "unknown-lesson" });
  const { course, lesson } = found;
  return deps.transact(actor.reach, async (db) => {
    const open = await findOpenAttempt(db, actor, ref);
    if (open !== null) return accept(servedQuizOf(open, await findServedLesson(db, deps, open)));

    const now = deps.now();
    const { triesADay } = lesson.quiz;
    if (triesADay !== null && (await triesUsed(db, actor, ref, now)) >= triesADay) {
      const again = dayOf(new Date(now.getTime() + DAY_MS));
      return refuse({ code: "no-tries-left", triesADay, again });
    }
    await keepLessonVersion(db, course.id, lesson, now);
    await insertAttempt(db, actor, newDraw(deps, course.id, lesson, now));
    // Another phone may have drawn at the same moment: whichever came first is the quiz.
    const drawn = await findOpenAttempt(db, actor, ref);
    if (drawn === null) throw new Error(`a draw of ${course.id}/${lesson.id} is not there`);
    return accept(servedQuizOf(drawn, await findServedLesson(db, deps, drawn)));
  });
}

async function triesUsed(db: Db, actor: Actor, ref: LessonRef, now: Date): Promise<number> {
  return triesOn(dayOf(now), actor.accountId, await findTries(db, actor, ref));
}

/** How many quizzes of a lesson can still be drawn today; null: as many as she likes. */
export async function findTriesLeft(
  deps: LearningDeps,
  actor: Actor,
  ref: LessonRef,
): Promise<number | null> {
  const triesADay = findLesson(deps.catalogue(), ref)?.lesson.quiz.triesADay ?? null;
  if (triesADay === null) return null;
  const now = deps.now();
  const used = await deps.transact(actor.reach, (db) => triesUsed(db, actor, ref, now));
  return Math.max(0, triesADay - used);
}

function newDraw(deps: LearningDeps, courseId: string, lesson: Lesson, now: Date): QuizAttempt {
  const id = deps.newId();
  return {
    id,
    courseId,
    lessonId: lesson.id,
    contentVersion: lesson.version,
    assessed: lesson.kind === "final",
    questions: questionsDrawn(lesson, id),
    answers: {},
    drawnAt: now,
    closedAt: null,
  };
}

/** The text that a draw was drawn from; it was kept with the draw. */
export async function findServedLesson(
  db: Db,
  { catalogue }: Pick<LearningDeps, "catalogue">,
  draw: QuizAttempt,
): Promise<Lesson> {
  const { courseId, lessonId, contentVersion: version } = draw;
  const lesson = await findLessonText(db, catalogue(), { courseId, lessonId, version });
  if (lesson === null) throw new Error(`the text of draw ${draw.id} was not kept`);
  return lesson;
}

/** How far she is in a quiz that she has begun and not handed in; null: none is open. */
export async function findOpenQuiz(
  deps: Pick<LearningDeps, "transact">,
  actor: Actor,
  ref: LessonRef,
): Promise<{ readonly answered: number; readonly questions: number } | null> {
  const open = await deps.transact(actor.reach, (db) => findOpenAttempt(db, actor, ref));
  if (open === null) return null;
  const left = unanswered(open.questions, open.answers).length;
  return { answered: open.questions.length - left, questions: open.questions.length };
}
