import { v5 as uuidv5 } from "uuid";
import { z } from "zod";

import {
  type Course,
  judge,
  type Lesson,
  plainText,
  type Question,
} from "#app/domain/content/index.ts";
import { type AccountId, Uuid } from "#app/domain/kernel/index.ts";
import {
  ACTIVITY_TYPES,
  type Activity,
  type Statement,
  type StatementInput,
  VERBS,
} from "#app/domain/xapi/index.ts";

import { Answers, type LearningAct } from "./acts.ts";

/** Whose act, in which course, when; `baseIri` has no slash at its end and outlives the host's name. */
export interface ActContext {
  readonly baseIri: string;
  readonly accountId: AccountId;
  readonly course: Course;
  readonly lesson: Lesson;
  readonly at: Date;
}

const NAMESPACE = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";

/** One name for one act: the same act sent twice is the same statement. */
export function idOf(...parts: readonly string[]): string {
  return uuidv5(parts.join(" "), NAMESPACE);
}

/** How statements name a course. */
export function courseIri(baseIri: string, courseId: string): string {
  return `${baseIri}/khoa-hoc/${courseId}`;
}

/** How statements name a lesson. */
export function lessonIriOf(baseIri: string, courseId: string, lessonId: string): string {
  return `${courseIri(baseIri, courseId)}/bai/${lessonId}`;
}

type ActPlace = Pick<ActContext, "baseIri" | "course" | "lesson">;

function lessonIri({ baseIri, course, lesson }: ActPlace): string {
  return lessonIriOf(baseIri, course.id, lesson.id);
}

const extension = (baseIri: string, name: "minutes" | "attempt" | "answers") =>
  `${baseIri}/ext/${name}`;

/** She opened a lesson, or the final test, for the first time. */
export function openedStatement(act: ActContext): StatementInput {
  return {
    ...frame(act, idOf(act.accountId, act.course.id, act.lesson.id, "opened")),
    verb: VERBS.initialized,
    object: lessonActivity(act),
  };
}

export interface JudgedQuiz {
  readonly attemptId: string;
  readonly answers: Answers;
  readonly raw: number;
  readonly max: number;
  readonly passed: boolean;
}

/** The result of a quiz. `passPercent`: what the course asks. */
export function judgeQuiz(
  lesson: Lesson,
  attemptId: string,
  answers: Answers,
  passPercent: number,
): JudgedQuiz {
  const max = lesson.questions.length;
  const raw = lesson.questions.filter(
    (question) => judge(question, answers[question.id] ?? []).correct,
  ).length;
  return { attemptId, answers, raw, max, passed: raw * 100 >= max * passPercent };
}

/** Every answer, then the quiz as a whole. */
export function attemptStatements(act: ActContext, quiz: JudgedQuiz): readonly StatementInput[] {
  const quizActivity: Activity = {
    objectType: "Activity",
    id: `${lessonIri(act)}/cau-hoi`,
    definition: { type: ACTIVITY_TYPES.assessment, name: { vi: act.lesson.title } },
  };
  const answered = act.lesson.questions.map((question): StatementInput => {
    const response = quiz.answers[question.id] ?? [];
    return {
      ...frame(act, idOf(quiz.attemptId, "answered", question.id), [quizActivity]),
      verb: VERBS.answered,
      object: questionActivity(act, question),
      result: { response: response.join("[,]"), success: judge(question, response).correct },
    };
  });
  const whole: StatementInput = {
    ...frame(act, idOf(quiz.attemptId, "attempted")),
    verb: quiz.passed ? VERBS.passed : VERBS.failed,
    object: quizActivity,
    result: {
      score: { scaled: quiz.raw / quiz.max, raw: quiz.raw, min: 0, max: quiz.max },
      success: quiz.passed,
      extensions: {
        [extension(act.baseIri, "attempt")]: quiz.attemptId,
        [extension(act.baseIri, "answers")]: z.json().parse(quiz.answers),
      },
    },
  };
  return [...answered, whole];
}

export function lessonCompletedStatement(act: ActContext): StatementInput {
  return {
    ...frame(act, idOf(act.accountId, act.course.id, act.lesson.id, "completed")),
    verb: VERBS.completed,
    object: lessonActivity(act),
    result: {
      completion: true,
      extensions: { [extension(act.baseIri, "minutes")]: act.lesson.minutes },
    },
  };
}

export function courseCompletedStatement(act: ActContext): StatementInput {
  return {
    ...frame(act, idOf(act.accountId, act.course.id, "completed")),
    verb: VERBS.completed,
    object: courseActivity(act),
    result: { completion: true, success: true },
  };
}

function frame(act: ActContext, id: string, parents: readonly Activity[] = []) {
  return {
    id,
    actor: {
      objectType: "Agent" as const,
      account: { homePage: act.baseIri, name: act.accountId },
    },
    timestamp: act.at.toISOString(),
    context: {
      registration: idOf(act.accountId, act.course.id),
      contextActivities: { parent: [...parents], grouping: [courseActivity(act)] },
      platform: "Nếp Học",
      language: "vi",
      revision: act.lesson.version,
    },
  };
}

function courseActivity({ baseIri, course }: ActContext): Activity {
  return {
    objectType: "Activity",
    id: courseIri(baseIri, course.id),
    definition: { type: ACTIVITY_TYPES.course, name: { vi: course.title } },
  };
}

function lessonActivity(act: ActContext): Activity {
  return {
    objectType: "Activity",
    id: lessonIri(act),
    definition: { type: ACTIVITY_TYPES.lesson, name: { vi: act.lesson.title } },
  };
}

/** A question of a lesson, as statements name it. */
export function questionActivity(act: ActPlace, question: Question): Activity {
  return {
    objectType: "Activity",
    id: `${lessonIri(act)}/cau-hoi/${question.id}`,
    definition: {
      type: ACTIVITY_TYPES.question,
      description: { vi: plainText(question.prompt) },
      ...interaction(question),
    },
  };
}

function interaction(question: Question): Partial<NonNullable<Activity["definition"]>> {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false": {
      const indexed = question.choices.map((choice, index) => ({ ...choice, id: String(index) }));
      return {
        interactionType: "choice",
        choices: indexed.map(({ id, text }) => ({ id, description: { vi: plainText(text) } })),
        correctResponsesPattern: [
          indexed
            .filter(({ correct }) => correct)
            .map(({ id }) => id)
            .join("[,]"),
        ],
      };
    }
    case "number":
      return {
        interactionType: "numeric",
        correctResponsesPattern: [
          `${question.answer - question.tolerance}[:]${question.answer + question.tolerance}`,
        ],
      };
    case "word":
      return { interactionType: "fill-in", correctResponsesPattern: [...question.answers] };
  }
}

const ACTIVITY_PATH = /^\/khoa-hoc\/([a-z0-9-]+)(?:\/bai\/([a-z0-9-]+)(\/cau-hoi)?)?$/u;

const Minutes = z.int().min(0).max(1440);
const Scored = z
  .object({ raw: z.int().min(0), max: z.int().min(1).max(1000) })
  .refine(({ raw, max }) => raw <= max);

/** The act of learning that a statement tells of, or null: an answer to one question, or not ours. */
export function actOf(statement: Statement, baseIri: string): LearningAct | null {
  const { actor, object, context, timestamp } = statement;
  const place = "id" in object ? placeOf(object.id, baseIri) : null;
  if (place === null || timestamp === undefined || actor.account?.homePage !== baseIri) return null;
  const { courseId, lessonId } = place;
  const contentVersion = context?.revision ?? "";
  const act = { courseId, lessonId, contentVersion, at: new Date(timestamp) };
  return place.isQuiz ? quizAct(act, statement, baseIri) : readingAct(act, statement, baseIri);
}

/** Which part of which course an activity of ours is; `lessonId` is "" for a course as a whole. */
function placeOf(activityId: string, baseIri: string) {
  if (!activityId.startsWith(baseIri)) return null;
  const match = ACTIVITY_PATH.exec(activityId.slice(baseIri.length));
  if (match === null) return null;
  const [, courseId = "", lessonId = "", quiz] = match;
  return { courseId, lessonId, isQuiz: quiz !== undefined };
}

type ActBase = Pick<LearningAct, "courseId" | "lessonId" | "contentVersion" | "at">;

/** An act on a lesson, or on a course as a whole. */
function readingAct(
  act: ActBase,
  { verb, result }: Statement,
  baseIri: string,
): LearningAct | null {
  switch (verb.id) {
    case VERBS.initialized.id:
      return act.lessonId === "" ? null : { ...act, kind: "opened" };
    case VERBS.completed.id: {
      if (act.lessonId === "") return { ...act, kind: "course-completed" };
      const minutes = Minutes.safeParse(result?.extensions?.[extension(baseIri, "minutes")]);
      return minutes.success ? { ...act, kind: "lesson-completed", minutes: minutes.data } : null;
    }
    default:
      return null;
  }
}

function quizAct(act: ActBase, { verb, result }: Statement, baseIri: string): LearningAct | null {
  if (verb.id !== VERBS.passed.id && verb.id !== VERBS.failed.id) return null;
  const { extensions = {}, score, success } = result ?? {};
  const attemptId = Uuid.safeParse(extensions[extension(baseIri, "attempt")]);
  const answers = Answers.safeParse(extensions[extension(baseIri, "answers")]);
  const scored = Scored.safeParse(score);
  if (!attemptId.success || !answers.success || !scored.success) return null;
  return {
    ...act,
    kind: "attempted",
    attemptId: attemptId.data,
    raw: scored.data.raw,
    max: scored.data.max,
    passed: success ?? false,
    answers: answers.data,
  };
}
