import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result, Uuid } from "#app/domain/kernel/index.ts";

import type { Answers } from "./acts.ts";
import type { LearningDeps } from "./deps.ts";
import type { LessonRef } from "./find-lesson.ts";
import { readAnswers, unanswered } from "./quiz-attempt.ts";
import { findAttemptByToken, lockAttempt, mergeAnswers } from "./quiz-attempt.store.server.ts";
import { attemptIdOf } from "./tries.ts";

export interface SaveAnswersInput extends LessonRef {
  /** Of the quiz that was drawn. */
  readonly token: string;
  readonly answers: Answers;
}

export type SaveAnswersRefusal =
  /** No quiz of hers, or not of this lesson. */
  | { readonly code: "not-drawn" }
  /** Handed in meanwhile, here or elsewhere. */
  | { readonly code: "handed-in"; readonly attemptId: string };

/** Keeps what she has answered so far; a question that is left blank keeps its answer. */
export async function saveAnswers(
  deps: LearningDeps,
  actor: Actor,
  input: SaveAnswersInput,
): Promise<Result<{ readonly missing: readonly string[] }, SaveAnswersRefusal>> {
  if (!Uuid.safeParse(input.token).success) return refuse({ code: "not-drawn" });
  return deps.transact(actor.reach, async (db) => {
    const draw = await lockAttempt(db, actor, input.token);
    if (draw?.courseId !== input.courseId || draw.lessonId !== input.lessonId) {
      return refuse({ code: "not-drawn" });
    }
    if (draw.closedAt !== null) {
      return refuse({ code: "handed-in", attemptId: attemptIdOf(actor.accountId, draw.id) });
    }
    const answers = readAnswers(draw.questions, input.answers);
    const of = { communeId: actor.communeId, id: draw.id };
    await mergeAnswers(db, of, { answers, over: "new", at: deps.now() });
    return accept({ missing: unanswered(draw.questions, { ...draw.answers, ...answers }) });
  });
}

/**
 * Keeps answers of somebody whose session ended while she wrote them. The token, which stands in her
 * form alone, opens nothing and shows nothing: it fills in what was not answered yet, and no more.
 */
export async function keepAnswersOf(
  deps: Pick<LearningDeps, "transact" | "now">,
  input: SaveAnswersInput,
): Promise<void> {
  if (!Uuid.safeParse(input.token).success) return;
  await deps.transact("everywhere", async (db) => {
    const found = await findAttemptByToken(db, input.token);
    if (found?.draw.courseId !== input.courseId || found.draw.lessonId !== input.lessonId) return;
    const { communeId, draw } = found;
    const answers = readAnswers(draw.questions, input.answers);
    await mergeAnswers(db, { communeId, id: draw.id }, { answers, over: "kept", at: deps.now() });
  });
}
