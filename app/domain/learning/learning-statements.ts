import { v5 as uuidv5 } from "uuid";
import { z } from "zod";

import {
  type Course,
  judge,
  type Lesson,
  plainText,
  type Question,
} from "#app/domain/content/index.ts";
import type { Helper } from "#app/domain/identity/index.ts";
import type { AccountId } from "#app/domain/kernel/index.ts";
import {
  ACTIVITY_TYPES,
  type Activity,
  type StatementInput,
  VERBS,
} from "#app/domain/xapi/index.ts";

import type { Answers } from "./acts.ts";
import { interactionOf, resultOf } from "./interaction.ts";

/** A statement whose id is the name of the act. */
export type NamedStatement = StatementInput & { readonly id: string };

/** Whose act, in which course, when; `baseIri` has no slash at its end and outlives the host's name. */
export interface ActContext {
  readonly baseIri: string;
  readonly accountId: AccountId;
  readonly course: Course;
  readonly lesson: Lesson;
  readonly at: Date;
  /** Who reads and taps for her; null: nobody. */
  readonly helper: Helper | null;
  /** Of an act that was done without signal; null: it was done on the server. */
  readonly phoneTime: PhoneTime | null;
}

/** What a phone's clock showed, how far it was from the server's, and when the act arrived. */
export interface PhoneTime {
  /** ISO 8601. */
  readonly shown: string;
  /** Server's clock minus the phone's; null: not known. */
  readonly offsetMs: number | null;
  readonly receivedAt: Date;
}

const NAMESPACE = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";

/**
 * One name for one act: the same act sent twice is the same statement. Whoever knows the account and the
 * course can work it out, so no statement is kept under it (`StatementIds`).
 */
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

/** What our statements say beyond xAPI's own words. */
export const extension = (
  baseIri: string,
  name: "minutes" | "attempt" | "answers" | "questions" | "helper" | "phone-time",
) => `${baseIri}/ext/${name}`;

/**
 * She opened a lesson, or the final test: on the server once, for the first time; on a phone every
 * time it tells (`itemId`), since none knows what the others told.
 */
export function openedStatement(act: ActContext, itemId: string | null = null): NamedStatement {
  return {
    ...frame(act, idOf(...toldBy(act, itemId, "opened"))),
    verb: VERBS.initialized,
    object: lessonActivity(act),
  };
}

function toldBy(act: ActContext, itemId: string | null, ...what: readonly string[]) {
  return itemId === null
    ? [act.accountId, act.course.id, act.lesson.id, ...what]
    : [act.accountId, "hand-in", itemId];
}

/** She did one of the lesson's tasks in real life; `itemId` as for `openedStatement`. */
export function practisedStatement(
  act: ActContext,
  practiceId: string,
  itemId: string | null = null,
): NamedStatement {
  return {
    ...frame(act, idOf(...toldBy(act, itemId, "practised", practiceId)), [lessonActivity(act)]),
    verb: VERBS.completed,
    object: {
      objectType: "Activity",
      id: `${lessonIri(act)}/viec/${practiceId}`,
      definition: { type: ACTIVITY_TYPES.performance, name: { vi: act.lesson.title } },
    },
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
export function attemptStatements(act: ActContext, quiz: JudgedQuiz): readonly NamedStatement[] {
  const quizActivity: Activity = {
    objectType: "Activity",
    id: `${lessonIri(act)}/cau-hoi`,
    definition: { type: ACTIVITY_TYPES.assessment, name: { vi: act.lesson.title } },
  };
  const answered = act.lesson.questions.map((question): NamedStatement => {
    const response = quiz.answers[question.id] ?? [];
    return {
      ...frame(act, idOf(quiz.attemptId, "answered", question.id), [quizActivity]),
      verb: VERBS.answered,
      object: questionActivity(act, question),
      result: resultOf(question, response),
    };
  });
  const whole: NamedStatement = {
    ...frame(act, idOf(quiz.attemptId, "attempted")),
    verb: quiz.passed ? VERBS.passed : VERBS.failed,
    object: quizActivity,
    result: {
      score: { scaled: quiz.raw / quiz.max, raw: quiz.raw, min: 0, max: quiz.max },
      success: quiz.passed,
      extensions: {
        [extension(act.baseIri, "attempt")]: quiz.attemptId,
        [extension(act.baseIri, "answers")]: z.json().parse(quiz.answers),
        [extension(act.baseIri, "questions")]: act.lesson.questions.map(({ id }) => id),
      },
    },
  };
  return [...answered, whole];
}

/** `because`: what shows, arriving later, that it was completed earlier than was known. */
export function lessonCompletedStatement(
  act: ActContext,
  ...because: readonly string[]
): NamedStatement {
  return {
    ...frame(act, idOf(act.accountId, act.course.id, act.lesson.id, "completed", ...because)),
    verb: VERBS.completed,
    object: lessonActivity(act),
    result: {
      completion: true,
      extensions: { [extension(act.baseIri, "minutes")]: act.lesson.minutes },
    },
  };
}

/** `because` as for `lessonCompletedStatement`. */
export function courseCompletedStatement(
  act: ActContext,
  ...because: readonly string[]
): NamedStatement {
  return {
    ...frame(act, idOf(act.accountId, act.course.id, "completed", ...because)),
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
      ...extensionsOf(act),
    },
  };
}

/** How a statement says who read and tapped for the learner; nothing where nobody did. */
export function helperExtension(
  baseIri: string,
  helper: Helper | null,
): Readonly<Record<string, string>> {
  return helper === null ? {} : { [extension(baseIri, "helper")]: helper };
}

function extensionsOf({ baseIri, helper, phoneTime }: ActContext) {
  if (helper === null && phoneTime === null) return {};
  const { shown = "", offsetMs = null, receivedAt } = phoneTime ?? {};
  return {
    extensions: {
      ...helperExtension(baseIri, helper),
      ...(receivedAt === undefined
        ? {}
        : {
            [extension(baseIri, "phone-time")]: {
              shown,
              offsetMs,
              receivedAt: receivedAt.toISOString(),
            },
          }),
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
      ...interactionOf(question),
    },
  };
}
