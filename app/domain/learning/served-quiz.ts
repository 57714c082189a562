import type { PublicQuestion } from "#app/domain/content/index.ts";

import type { Answers } from "./acts.ts";

/** A quiz that was put before somebody, as it may go to a phone: nothing in it tells an answer. */
export interface ServedQuiz {
  /** The token that its answers are handed in by. */
  readonly id: string;
  readonly courseId: string;
  readonly lessonId: string;
  readonly contentVersion: string;
  readonly assessed: boolean;
  /** In the order in which they are asked. */
  readonly questions: readonly PublicQuestion[];
  /** What she has answered so far. */
  readonly answers: Answers;
  /** ISO 8601. */
  readonly drawnAt: string;
}
