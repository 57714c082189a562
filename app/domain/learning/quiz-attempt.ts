import { clean } from "#app/domain/kernel/index.ts";
import { type Lesson, publicQuestion, type Question } from "#app/domain/content/index.ts";

import type { Answers } from "./acts.ts";
import type { ServedQuiz } from "./served-quiz.ts";
import { idOf } from "./learning-statements.ts";

/** A quiz that was put before somebody, as it is kept. */
export interface QuizAttempt {
  readonly id: string;
  readonly courseId: string;
  readonly lessonId: string;
  readonly contentVersion: string;
  readonly assessed: boolean;
  /** Ids of the questions in the order in which they are asked. */
  readonly questions: readonly string[];
  readonly answers: Answers;
  readonly drawnAt: Date;
  /** When it was handed in; null while it is open. */
  readonly closedAt: Date | null;
}

/** Which questions a draw asks, in which order: all as they stand, or some of the pool by the draw's id. */
export function questionsDrawn(lesson: Lesson, drawId: string): readonly string[] {
  const ids = lesson.questions.map(({ id }) => id);
  if (lesson.kind !== "final" || lesson.quiz.draw === null) return ids;
  return shuffledBy(drawId, ids).slice(0, lesson.quiz.draw);
}

/** In an order that nobody can foresee, and that is always the same for the same draw. */
function shuffledBy(drawId: string, ids: readonly string[]): readonly string[] {
  const places = new Map(ids.map((id) => [id, idOf(drawId, "drawn", id)]));
  const place = (id: string) => places.get(id) ?? "";
  return ids.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The lesson with the questions that were asked alone, in the order in which they were asked. */
export function lessonAsAsked(lesson: Lesson, asked: readonly string[]): Lesson {
  if (asked.length === 0) return lesson;
  const questions = asked.flatMap((id): readonly Question[] => {
    const question = lesson.questions.find((each) => each.id === id);
    return question === undefined ? [] : [question];
  });
  return { ...lesson, questions };
}

/** What may go to a phone of a draw; `lesson` is the text that it was drawn from. */
export function servedQuizOf(draw: QuizAttempt, lesson: Lesson): ServedQuiz {
  const { id, courseId, lessonId, contentVersion, assessed, answers, drawnAt } = draw;
  const { questions } = lessonAsAsked(lesson, draw.questions);
  return {
    id,
    courseId,
    lessonId,
    contentVersion,
    assessed,
    answers,
    questions: questions.map((question) => publicQuestion(question)),
    drawnAt: drawnAt.toISOString(),
  };
}

const ANSWER_LENGTH_AT_MOST = 500;
const RESPONSES_AT_MOST = 20;

/** The answers to these questions alone, cleaned. One with several parts may have blank ones for now. */
export function readAnswers(questionIds: readonly string[], given: Answers): Answers {
  const entries = questionIds.map((id) => {
    const responses = (Object.hasOwn(given, id) ? (given[id] ?? []) : [])
      .slice(0, RESPONSES_AT_MOST)
      .map((response) => clean(response).slice(0, ANSWER_LENGTH_AT_MOST));
    return [id, responses] as const;
  });
  return Object.fromEntries(
    entries.filter(([, responses]) => responses.some((response) => response !== "")),
  );
}

/** Ids of the questions without a whole answer. */
export function unanswered(questionIds: readonly string[], answers: Answers): readonly string[] {
  return questionIds.filter((id) => {
    const responses = answers[id] ?? [];
    return responses.length === 0 || responses.includes("");
  });
}
