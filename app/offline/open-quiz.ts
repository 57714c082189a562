import { type PublicQuestion, publicQuestion, type Question } from "#app/domain/content/index.ts";
import type { CoursePack } from "#app/domain/phones/index.ts";

import type { Asked } from "./asked.ts";
import type { Learner } from "./learner.ts";
import { type AskedQuiz, type OwnCourse, ownCourse } from "./own-part.ts";
import type { KeptCourse } from "./phone-port.ts";

export type PackedLesson = CoursePack["course"]["lessons"][number];

/** A quiz of a course that is on the phone, for whoever learns on it. */
export interface QuizOf extends Asked {
  readonly learner: Learner;
  readonly kept: KeptCourse;
  readonly pack: CoursePack;
  readonly lessonId: string;
}

/** A quiz that is open on the phone. */
export interface OpenQuiz {
  readonly asked: AskedQuiz;
  /** Null: the server alone has the answers, and judges. */
  readonly questions: readonly Question[] | null;
  /** As they are put. */
  readonly shown: readonly PublicQuestion[];
  /** How many right answers pass. */
  readonly passes: number;
}

/** A lesson of that version, also one that was replaced since. */
export function lessonAt(
  { whole, earlier }: KeptCourse,
  lessonId: string,
  version: string,
): PackedLesson | undefined {
  return [...(whole?.course.lessons ?? []), ...earlier].find(
    (lesson) => lesson.id === lessonId && lesson.version === version,
  );
}

/** The quiz that she has begun here, or a new one; null: there is nothing to ask without signal. */
export function quizToAsk(quiz: QuizOf): OpenQuiz | null {
  const own = ownCourse(quiz.learner.own, quiz.pack.course.id);
  if (quiz.lessonId === quiz.pack.course.final.id) return finalOf(quiz, own, null);
  const lesson = quiz.pack.course.lessons.find(({ id }) => id === quiz.lessonId);
  if (lesson === undefined) return null;
  const begun = own.asked.findLast(
    ({ lessonId, contentVersion }) => lessonId === lesson.id && contentVersion === lesson.version,
  );
  return practiceOf(quiz, lesson, begun ?? askedOf(lesson, quiz.deps.newId()));
}

/** The quiz that a form is of; null: nobody here was asked it. */
export function quizOfForm(quiz: QuizOf, token: string): OpenQuiz | null {
  const { kept, pack, lessonId, learner } = quiz;
  const own = ownCourse(learner.own, pack.course.id);
  if (lessonId === pack.course.final.id) return finalOf(quiz, own, token);
  const asked = own.asked.find((each) => each.token === token && each.lessonId === lessonId);
  // A form that the server made, and whose post was lost, is of the text that there is now.
  const lesson =
    asked === undefined
      ? pack.course.lessons.find(({ id }) => id === lessonId)
      : lessonAt(kept, lessonId, asked.contentVersion);
  return lesson === undefined ? null : practiceOf(quiz, lesson, asked ?? askedOf(lesson, token));
}

function askedOf({ id: lessonId, version, questions }: PackedLesson, token: string): AskedQuiz {
  const questionIds = questions.map(({ id }) => id);
  return { token, lessonId, contentVersion: version, questionIds, answers: {} };
}

function practiceOf({ pack }: QuizOf, lesson: PackedLesson, asked: AskedQuiz): OpenQuiz {
  const { questions } = lesson;
  return {
    asked,
    questions,
    shown: questions.map((question) => publicQuestion(question)),
    passes: Math.ceil((questions.length * pack.course.lessonPassPercent) / 100),
  };
}

function finalOf({ pack, lessonId }: QuizOf, own: OwnCourse, token: string | null) {
  const { draw } = own;
  if (draw === null || (token !== null && draw.id !== token)) return null;
  const begun = own.asked.find((each) => each.token === draw.id);
  const { id, contentVersion, questions, answers } = draw;
  const questionIds = questions.map((question) => question.id);
  return {
    asked: begun ?? { token: id, lessonId, contentVersion, questionIds, answers },
    questions: null,
    shown: questions,
    passes: finalPasses(pack, questions.length),
  };
}

/** How many right answers the final test asks: its own questions are not on the phone. */
export function finalPasses({ course }: CoursePack, questions: number): number {
  return Math.ceil((questions * course.passPercent) / 100);
}
