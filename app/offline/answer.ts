import type { Asked } from "./asked.ts";
import type { ContactDeps } from "./contact.ts";
import { noSignal } from "./screens/document.tsx";
import { currentLearner } from "./learner.ts";
import {
  cataloguePage,
  coursePage,
  lessonPage,
  notKeptPage,
  tickTask,
} from "./screens/offline-course.tsx";
import { goTo } from "./asked.ts";
import { answerHelper } from "./screens/offline-helper.tsx";
import { answerHere } from "./screens/offline-here.tsx";
import { quizPage, takeQuiz } from "./screens/offline-quiz.tsx";
import { attemptPage } from "./screens/offline-result.tsx";
import { answerSignIn, answerTake } from "./screens/offline-sign-in.tsx";
import type { QuizOf } from "./open-quiz.ts";
import { ownCourse } from "./own-part.ts";
import { href, paramsOf } from "#app/routes.ts";

/** What an address asks for, of that which a phone can answer by itself. */
export type Place =
  | { readonly kind: "catalogue" | "sign-in" | "here" | "take" | "helper" }
  | { readonly kind: "course"; readonly courseId: string }
  | {
      readonly kind: "lesson" | "quiz" | "task";
      readonly courseId: string;
      readonly lessonId: string;
    }
  | {
      readonly kind: "result";
      readonly courseId: string;
      readonly lessonId: string;
      readonly token: string;
    };

const FIXED = [
  ["learn/catalogue", "catalogue"],
  ["account/sign-in", "sign-in"],
  ["account/sealed-work", "take"],
  ["learn/who-helps", "helper"],
] as const;
const COURSE_ID = /^[a-z0-9-]+$/u;
const TOKEN = /^[0-9a-f-]{36}$/u;

export function placeOf(pathname: string): Place | null {
  const path = pathname.replace(/^(.+)\/$/u, "$1");
  const fixed = FIXED.find(([screen]) => href(screen) === path);
  if (fixed !== undefined) return { kind: fixed[1] };
  const here = href("account/on-this-phone");
  if (path === here || path.startsWith(`${here}/`)) return { kind: "here" };
  return placeInCourse(path);
}

function placeInCourse(path: string): Place | null {
  const course = paramsOf("learn/course", path);
  if (course !== null)
    return COURSE_ID.test(course.course) ? { kind: "course", courseId: course.course } : null;
  const lesson = paramsOf("learn/lesson", path);
  if (lesson !== null) return lessonPlace(lesson, "lesson");
  const quiz = paramsOf("learn/quiz", path);
  if (quiz !== null) return lessonPlace(quiz, "quiz");
  const task = paramsOf("learn/practice", path);
  if (task !== null) return lessonPlace(task, "task");
  const result = paramsOf("learn/result", path);
  const place = result === null ? null : lessonPlace(result, "lesson");
  if (result === null || place === null || !TOKEN.test(result.attempt)) return null;
  return { ...place, kind: "result", token: result.attempt };
}

function lessonPlace<Kind extends "lesson" | "quiz" | "task">(
  { course, lesson }: { readonly course: string; readonly lesson: string },
  kind: Kind,
) {
  if (!COURSE_ID.test(course) || !COURSE_ID.test(lesson)) return null;
  return { kind, courseId: course, lessonId: lesson };
}

/** Whether the phone has what it takes to answer, so that a slow network need not be waited for. */
export async function canAnswer(deps: ContactDeps, place: Place): Promise<boolean> {
  switch (place.kind) {
    case "catalogue":
    case "course":
    case "lesson":
    case "quiz":
    case "task":
    case "result":
      return hasCourse(deps, place);
    case "sign-in":
    case "here":
    case "take":
      return true;
    case "helper":
      return (await currentLearner(deps.port)) !== null;
  }
}

async function hasCourse({ port }: ContactDeps, place: Place): Promise<boolean> {
  const courses = await port.readCourses();
  return courses.some(
    ({ id, whole }) => whole !== null && (!("courseId" in place) || place.courseId === id),
  );
}

/** Whether the result at this address is one that only this phone knows of. */
export async function isOwnResult(deps: ContactDeps, place: Place): Promise<boolean> {
  if (place.kind !== "result") return false;
  const learner = await currentLearner(deps.port);
  if (learner === null) return false;
  const { attempts } = ownCourse(learner.own, place.courseId);
  return attempts.some(({ token }) => token === place.token);
}

/** A page from what is kept, or what is done with a form; never from the network. */
export async function answer(
  deps: ContactDeps,
  url: URL,
  place: Place,
  form: FormData | null,
): Promise<Response> {
  const counts = await deps.port.countWaiting();
  const waiting = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const asked: Asked = { deps, url, learner: await currentLearner(deps.port), waiting, form };
  return (await pageAt(asked, place)) ?? noSignal();
}

async function pageAt(asked: Asked, place: Place): Promise<Response | null> {
  switch (place.kind) {
    case "catalogue":
      return cataloguePage(asked);
    case "sign-in":
      return answerSignIn(asked);
    case "here":
      return answerHere(asked);
    case "take":
      return answerTake(asked);
    case "helper":
      return answerHelper(asked);
    case "course":
    case "lesson":
    case "quiz":
    case "task":
    case "result":
      return inCourse(asked, place);
  }
}

type InCourse = Extract<Place, { readonly courseId: string }>;

async function inCourse(asked: Asked, place: InCourse): Promise<Response | null> {
  const kept = await asked.deps.port.readCourse(place.courseId);
  const pack = kept?.whole ?? null;
  if (kept === null || pack === null) return asked.form === null ? notKeptPage(asked) : null;
  if (place.kind === "course") return coursePage(asked, pack);
  const { learner, url } = asked;
  const { lessonId } = place;
  if (learner !== null) return inLesson({ ...asked, learner, kept, pack, lessonId }, place);
  return asked.form === null
    ? goTo(`${href("account/sign-in")}?tiep=${encodeURIComponent(url.pathname)}`)
    : null;
}

type InLesson = Exclude<InCourse, { readonly kind: "course" }>;

async function inLesson(quiz: QuizOf, place: InLesson): Promise<Response | null> {
  const { pack, lessonId, form } = quiz;
  switch (place.kind) {
    case "lesson":
      return (await lessonPage(quiz, pack, lessonId)) ?? notKeptPage(quiz);
    case "quiz":
      return form === null ? quizPage(quiz) : takeQuiz(quiz);
    case "task":
      return form === null
        ? goTo(href("learn/lesson", { course: pack.course.id, lesson: lessonId }))
        : tickTask(quiz, pack, lessonId);
    case "result":
      return attemptPage(quiz, place.token) ?? notKeptPage(quiz);
  }
}
