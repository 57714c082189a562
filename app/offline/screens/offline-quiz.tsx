import { judge } from "#app/domain/content/index.ts";
import { clean } from "#app/domain/kernel/index.ts";
import type { Answers } from "#app/domain/learning/index.ts";
import { vi } from "#app/locales/index.ts";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { HelperLine } from "#app/pages/learn/lesson/helper-line.tsx";
import { QuizForm } from "#app/pages/learn/quiz/quiz-form.tsx";
import { type QuizPlace, quizPlace } from "#app/pages/learn/quiz/quiz-place.ts";
import { courseFolder, href } from "#app/routes.ts";

import { goTo, typed } from "../asked.ts";
import { pageOf } from "./document.tsx";
import { keepAct } from "../keep-act.ts";
import {
  type OpenQuiz,
  type PackedLesson,
  quizOfForm,
  type QuizOf,
  quizToAsk,
} from "../open-quiz.ts";
import { type OwnAttempt, ownCourse, withAsked, withAttempt, withCourse } from "../own-part.ts";

/** The questions of a lesson, or the final test that was drawn for her while there was signal. */
export async function quizPage(quiz: QuizOf): Promise<Response> {
  const open = quizToAsk(quiz);
  if (open === null) return goTo(pathOf(quiz));
  await save(quiz, open, open.asked.answers);
  const number = numberIn(quiz.url.searchParams.get("cau") ?? "");
  return formPage(quiz, open, { answers: open.asked.answers, missing: [], number, full: false });
}

function pathOf({ pack, lessonId }: QuizOf): string {
  return href("learn/lesson", { course: pack.course.id, lesson: lessonId });
}

function numberIn(text: string): number | null {
  return /^[1-9]\d?$/u.test(text) ? Number(text) : null;
}

/** Which text her form is of, and what she has answered, for when she comes back to it. */
async function save(quiz: QuizOf, { asked }: OpenQuiz, answers: Answers): Promise<void> {
  const { deps, learner, pack } = quiz;
  const { accountId } = learner.profile;
  await keepAct(deps, { accountId, key: learner.key }, (own) => {
    const course = withAsked(ownCourse(own, pack.course.id), { ...asked, answers });
    return { own: withCourse(own, pack.course.id, course), act: null, value: null };
  });
}

interface Shown {
  readonly answers: Answers;
  readonly missing: readonly string[];
  /** Which question is asked for, of a quiz that shows one a page. */
  readonly number: number | null;
  /** The phone could not keep what she answered. */
  readonly full: boolean;
}

function formPage(quiz: QuizOf, open: OpenQuiz, shown: Shown): Promise<Response> {
  const { pack, lessonId, learner, waiting } = quiz;
  const { course } = pack;
  const lesson = [...course.lessons, course.final].find(({ id }) => id === lessonId);
  const words = vi.learning.quiz;
  const title = lesson?.title ?? "";
  const isFinal = lessonId === course.final.id;
  const { answers, missing, full } = shown;
  const place = placeIn(lesson, open, shown);
  return pageOf({
    title: words.heading(title),
    learner,
    waiting,
    ...(full || missing.length > 0 ? { status: 422 } : {}),
    children: (
      <LearnerPage
        heading={isFinal ? title : words.heading(title)}
        back={{ href: pathOf(quiz), label: words.back }}
        current="learn"
      >
        {full ? <PhoneIsFull /> : null}
        {isFinal ? <p>{vi.phone.final.judgedLater}</p> : null}
        <QuizForm
          token={open.asked.token}
          questions={onPage(open, place)}
          asked={open.passes}
          triesADay={lesson?.quiz.triesADay ?? null}
          path={`${pathOf(quiz)}/cau-hoi`}
          mediaBase={courseFolder(course.id)}
          place={place}
          answers={answers}
          missing={missing}
          numbers={missing.map((id) => open.asked.questionIds.indexOf(id) + 1)}
        />
        <HelperLine helper={learner.own.helper} back={`${pathOf(quiz)}/cau-hoi`} />
      </LearnerPage>
    ),
  });
}

function placeIn(
  lesson: PackedLesson | undefined,
  open: OpenQuiz,
  { answers, number }: Shown,
): QuizPlace | null {
  return lesson?.quiz.layout === "one" ? quizPlace(open.shown, answers, number) : null;
}

function PhoneIsFull() {
  const { title, text } = vi.phone.full;
  return <ErrorSummary title={title} errors={[{ name: "noi-dung", message: text }]} />;
}

function onPage({ shown }: OpenQuiz, place: QuizPlace | null) {
  return place === null ? shown : shown.slice(place.number - 1, place.number);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** Takes what was sent of a quiz without signal; the same form twice is one attempt. */
export async function takeQuiz(quiz: QuizOf): Promise<Response | null> {
  const { pack, form } = quiz;
  const token = typed(form, "token");
  if (!UUID.test(token)) return null;
  const result = `${pathOf(quiz)}/ket-qua/${token}`;
  const { attempts } = ownCourse(quiz.learner.own, pack.course.id);
  if (attempts.some((attempt) => attempt.token === token)) return goTo(result);
  const open = quizOfForm(quiz, token);
  if (open === null) return null;

  const answers = { ...open.asked.answers, ...answersIn(form, open.asked.questionIds) };
  const missing = open.asked.questionIds.filter((id) => (answers[id] ?? [""]).includes(""));
  const again = { answers, missing: [], number: numberIn(typed(form, "cau")), full: false };
  try {
    const task = typed(form, "viec");
    if (task === "tiep" || task === "truoc" || task === "luu") {
      await save(quiz, open, answers);
      return goTo(afterSaving(quiz, task, again.number));
    }
    if (missing.length > 0) {
      await save(quiz, open, answers);
      return formPage(quiz, open, { ...again, missing });
    }
    await keepAttempt(quiz, open, answers);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return formPage(quiz, open, { ...again, full: true });
  }
  return goTo(result);
}

function afterSaving(quiz: QuizOf, task: "tiep" | "truoc" | "luu", number: number | null): string {
  if (task === "luu" || number === null) return pathOf(quiz);
  const next = Math.max(1, task === "tiep" ? number + 1 : number - 1);
  return `${pathOf(quiz)}/cau-hoi?cau=${next}`;
}

const ANSWER_LENGTH_AT_MOST = 500;
const RESPONSES_AT_MOST = 20;

/** The answers that a form holds, cleaned as the server does it. */
function answersIn(form: FormData | null, questionIds: readonly string[]): Answers {
  const entries = questionIds.map((id) => {
    const given = (form?.getAll(`answer.${id}`) ?? [])
      .slice(0, RESPONSES_AT_MOST)
      .filter((value) => typeof value === "string")
      .map((value) => clean(value).slice(0, ANSWER_LENGTH_AT_MOST));
    return [id, given] as const;
  });
  return Object.fromEntries(entries.filter(([, given]) => given.some((text) => text !== "")));
}

async function keepAttempt(quiz: QuizOf, open: OpenQuiz, answers: Answers): Promise<void> {
  const { deps, learner, pack, lessonId } = quiz;
  const { token, contentVersion, questionIds } = open.asked;
  const courseId = pack.course.id;
  const { accountId } = learner.profile;
  await keepAct(deps, { accountId, key: learner.key }, (own, { itemId, at }) => {
    const course = ownCourse(own, courseId);
    // Two taps at once: the other one was first.
    if (course.attempts.some((attempt) => attempt.token === token)) {
      return { own, act: null, value: null };
    }
    const attempt: OwnAttempt = {
      token,
      itemId,
      lessonId,
      contentVersion,
      answers,
      questionIds: [...questionIds],
      at: at.toISOString(),
      judged: judged(open, answers),
    };
    return {
      own: withCourse(own, courseId, withAttempt(course, attempt)),
      act: { kind: "quiz", courseId, lessonId, contentVersion, token, answers },
      value: null,
    };
  });
}

function judged({ questions, passes }: OpenQuiz, answers: Answers) {
  if (questions === null) return null;
  const right = questions.filter((question) => judge(question, answers[question.id] ?? []).correct);
  const raw = right.length;
  return { raw, max: questions.length, passed: raw >= passes };
}
