import { z } from "zod";

import { Helper } from "#app/domain/identity/index.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { type Statement, VERBS } from "#app/domain/xapi/index.ts";

import { Answers, type LearningAct } from "./acts.ts";
import { extension } from "./learning-statements.ts";

const ACTIVITY_PATH =
  /^\/khoa-hoc\/([a-z0-9-]+)(?:\/bai\/([a-z0-9-]+)(?:(\/cau-hoi)|\/viec\/([a-z0-9-]+))?)?$/u;

const Minutes = z.int().min(0).max(1440);
const Questions = z.array(z.string()).min(1);
const Arrived = z.object({ receivedAt: z.iso.datetime() });
const Scored = z
  .object({ raw: z.int().min(0), max: z.int().min(1).max(1000) })
  .refine(({ raw, max }) => raw <= max);

/** The act of learning that a statement tells of, or null: an answer to one question, or not ours. */
export function actOf(statement: Statement, baseIri: string): LearningAct | null {
  const { actor, object, context, timestamp } = statement;
  const place = "id" in object ? placeOf(object.id, baseIri) : null;
  if (place === null || timestamp === undefined || actor.account?.homePage !== baseIri) return null;
  const { courseId, lessonId } = place;
  const at = new Date(timestamp);
  const act = { courseId, lessonId, at, ...circumstances(context, baseIri) };
  switch (place.kind) {
    case "quiz":
      return quizAct(act, statement, baseIri);
    case "practice":
      return practiceAct(act, statement, place.practiceId);
    case "reading":
      return readingAct(act, statement, baseIri);
  }
}

function practiceAct(act: ActBase, { verb }: Statement, practiceId: string): LearningAct | null {
  return verb.id === VERBS.completed.id ? { ...act, kind: "practised", practiceId } : null;
}

/** In which text, who helped, and when it arrived. */
function circumstances(context: Statement["context"], baseIri: string) {
  const { revision: contentVersion = "", extensions = {} } = context ?? {};
  const helper = Helper.safeParse(extensions[extension(baseIri, "helper")]);
  const phoneTime = Arrived.safeParse(extensions[extension(baseIri, "phone-time")]);
  return {
    contentVersion,
    ...(helper.success ? { helper: helper.data } : {}),
    ...(phoneTime.success ? { receivedAt: new Date(phoneTime.data.receivedAt) } : {}),
  };
}

/** Which part of which course an activity of ours is; `lessonId` is "" for a course as a whole. */
function placeOf(activityId: string, baseIri: string) {
  if (!activityId.startsWith(baseIri)) return null;
  const match = ACTIVITY_PATH.exec(activityId.slice(baseIri.length));
  if (match === null) return null;
  const [, courseId = "", lessonId = "", quiz, practiceId] = match;
  const of = { courseId, lessonId };
  if (practiceId !== undefined) return { ...of, kind: "practice" as const, practiceId };
  return { ...of, kind: quiz === undefined ? ("reading" as const) : ("quiz" as const) };
}

type ActBase = Pick<
  LearningAct,
  "courseId" | "lessonId" | "contentVersion" | "at" | "helper" | "receivedAt"
>;

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
  const questions = Questions.safeParse(extensions[extension(baseIri, "questions")]);
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
    ...(questions.success ? { questions: questions.data } : {}),
  };
}
