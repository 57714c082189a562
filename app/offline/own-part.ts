import { z } from "zod";

import { Helper } from "#app/domain/identity/index.ts";
import { Answers, type ServedQuiz } from "#app/domain/learning/index.ts";
import { type CourseNews, SealKey } from "#app/domain/phones/index.ts";

/** A quiz that was handed in on this phone. */
const OwnAttempt = z.object({
  /** Of its form; the result is shown under it. */
  token: z.string(),
  /** The envelope by which it goes to the server. */
  itemId: z.string(),
  lessonId: z.string(),
  contentVersion: z.string(),
  questionIds: z.array(z.string()),
  answers: Answers,
  /** The phone's clock, ISO 8601. */
  at: z.string(),
  /** Null: the server judges it. */
  judged: z.object({ raw: z.int(), max: z.int(), passed: z.boolean() }).nullable(),
});
export type OwnAttempt = z.infer<typeof OwnAttempt>;

/** A quiz that was put on this phone and not handed in yet. */
const AskedQuiz = z.object({
  token: z.string(),
  lessonId: z.string(),
  contentVersion: z.string(),
  questionIds: z.array(z.string()),
  /** So far. */
  answers: Answers,
});
export type AskedQuiz = z.infer<typeof AskedQuiz>;

/** What one learner did in one course, as far as this phone knows. */
const OwnCourse = z.object({
  opened: z.array(z.string()),
  done: z.array(z.string()),
  /** "lesson practice" */
  practised: z.array(z.string()),
  completed: z.boolean(),
  /** Of the final test, drawn while there was signal. */
  draw: z.custom<ServedQuiz>().nullable(),
  /** Of the rule for what arrives late; null: not asked yet. */
  lateAfterDays: z.int().nullable(),
  attempts: z.array(OwnAttempt),
  asked: z.array(AskedQuiz),
});
export type OwnCourse = z.infer<typeof OwnCourse>;

/** What of a learner lies on a phone under her own key: nobody else opens it. */
export const OwnPart = z.object({
  /** What the server knows her acts by. */
  token: z.string(),
  sealKey: SealKey,
  helper: Helper.nullable(),
  courses: z.record(z.string(), OwnCourse),
});
export type OwnPart = z.infer<typeof OwnPart>;

const NOTHING_DONE: OwnCourse = {
  opened: [],
  done: [],
  practised: [],
  completed: false,
  draw: null,
  lateAfterDays: null,
  attempts: [],
  asked: [],
};

export function ownCourse(own: OwnPart, courseId: string): OwnCourse {
  return own.courses[courseId] ?? NOTHING_DONE;
}

export function withCourse(own: OwnPart, courseId: string, course: OwnCourse): OwnPart {
  return { ...own, courses: { ...own.courses, [courseId]: course } };
}

const ATTEMPTS_KEPT = 40;
const ASKED_KEPT = 20;

/** The server's word, and what was done here that it may not know yet. A draw that was used is none. */
export function withNews(course: OwnCourse, news: CourseNews): OwnCourse {
  const { draw } = news;
  const used = course.attempts.some(({ token }) => token === draw?.id);
  return {
    ...course,
    opened: joined(news.opened, course.opened),
    done: joined(news.done, course.done),
    practised: joined(news.practised, course.practised),
    completed: news.completed,
    draw: used ? null : draw,
    lateAfterDays: news.lateAfterDays,
  };
}

/** Of a quiz that is put: whoever comes back to it finds the same questions. */
export function withAsked(course: OwnCourse, asked: AskedQuiz): OwnCourse {
  const others = course.asked.filter(({ token }) => token !== asked.token);
  return { ...course, asked: [...others, asked].slice(-ASKED_KEPT) };
}

export function withAttempt(course: OwnCourse, attempt: OwnAttempt): OwnCourse {
  const { lessonId, token, judged } = attempt;
  return {
    ...course,
    opened: joined(course.opened, [lessonId]),
    done: judged?.passed === true ? joined(course.done, [lessonId]) : course.done,
    draw: course.draw?.id === token ? null : course.draw,
    asked: course.asked.filter((asked) => asked.token !== token),
    attempts: [...course.attempts, attempt].slice(-ATTEMPTS_KEPT),
  };
}

function joined(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}
