import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result, Uuid } from "#app/domain/kernel/index.ts";

import type { LearningDeps } from "./deps.ts";
import { findServedLesson } from "./start-quiz-attempt.server.ts";
import { findLesson, type UnknownLesson } from "./find-lesson.ts";
import { lessonAsAsked, readAnswers, unanswered } from "./quiz-attempt.ts";
import { closeAttempt, lockAttempt, mergeAnswers } from "./quiz-attempt.store.server.ts";
import { recordQuiz } from "./record-quiz.server.ts";
import type { SaveAnswersInput } from "./save-answers.server.ts";
import { attemptIdOf } from "./tries.ts";

export type SubmitQuizRefusal =
  | UnknownLesson
  | { readonly code: "token-unreadable" }
  /** No quiz of hers, or not of this lesson: she asks for one first. */
  | { readonly code: "not-drawn" }
  /** Ids of the questions without an answer, and their numbers from 1; the others are kept. */
  | {
      readonly code: "incomplete";
      readonly missing: readonly string[];
      readonly numbers: readonly number[];
    };

/**
 * Hands in a quiz that was drawn: what was kept of it, and what is given now. The first time it is
 * whole is the attempt; whoever hands it in again, from whichever phone, is told its result.
 */
export async function submitQuiz(
  deps: LearningDeps,
  actor: Actor,
  input: SaveAnswersInput,
): Promise<Result<{ readonly attemptId: string }, SubmitQuizRefusal>> {
  const found = findLesson(deps.catalogue(), input);
  if (found === null) return refuse({ code: "unknown-lesson" });
  const { course, lesson } = found;
  if (!Uuid.safeParse(input.token).success) return refuse({ code: "token-unreadable" });
  const attemptId = attemptIdOf(actor.accountId, input.token);

  // A refusal would roll back; an incomplete quiz keeps what was answered.
  const outcome = await deps.transact(actor.reach, async (db) => {
    const draw = await lockAttempt(db, actor, input.token);
    if (draw?.courseId !== course.id || draw.lessonId !== lesson.id) return "not-drawn" as const;
    if (draw.closedAt !== null) return { missing: [], questions: draw.questions };
    const given = readAnswers(draw.questions, input.answers);
    const answers = { ...draw.answers, ...given };
    const missing = unanswered(draw.questions, answers);
    const at = deps.now();
    if (missing.length > 0) {
      const of = { communeId: actor.communeId, id: draw.id };
      await mergeAnswers(db, of, { answers: given, over: "new", at });
      return { missing, questions: draw.questions };
    }
    await recordQuiz(db, deps, actor, {
      course,
      lesson: lessonAsAsked(await findServedLesson(db, deps, draw), draw.questions),
      attemptId,
      answers,
      at,
      countsAt: at,
      phoneTime: null,
    });
    await closeAttempt(db, actor, draw.id, { answers, at });
    return { missing, questions: draw.questions };
  });
  if (outcome === "not-drawn") return refuse({ code: "not-drawn" });
  const { missing, questions } = outcome;
  if (missing.length === 0) return accept({ attemptId });
  const numbers = missing.map((id) => questions.indexOf(id) + 1);
  return refuse({ code: "incomplete", missing, numbers });
}
