import type { Answers } from "#app/domain/learning/index.ts";

/** Where somebody stands in a quiz that shows one question a page. */
export interface QuizPlace {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Questions without an answer. */
  readonly left: number;
}

/** The question that is asked for, else the first one without an answer, else the last. */
export function quizPlace(
  questions: readonly { readonly id: string }[],
  answers: Answers,
  asked: number | null,
): QuizPlace {
  const open = questions.flatMap(({ id }, index) =>
    (answers[id] ?? [""]).includes("") ? [index + 1] : [],
  );
  const of = questions.length;
  return { number: Math.min(asked ?? open[0] ?? of, of), of, left: open.length };
}
