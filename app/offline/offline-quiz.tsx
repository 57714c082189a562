import { judge, responseText, rightAnswerText } from "#app/domain/content/index.ts";
import { publicQuestion, type Question } from "#app/domain/content/index.ts";
import { cleanLine, formatInstant } from "#app/domain/kernel/index.ts";
import type { Answers } from "#app/domain/learning/index.ts";
import type { CoursePack } from "#app/domain/phones/index.ts";
import { vi } from "#app/locales/index.ts";
import { AttemptReport } from "#app/ui/attempt-report.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { lessonCount, nextStep, stepsOf } from "#app/ui/course-view.ts";
import { ErrorSummary, Notice } from "#app/ui/notice.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { QuizForm } from "#app/ui/quiz-form.tsx";

import { type Asked, goTo, typed } from "./asked.ts";
import { pageOf } from "./document.tsx";
import { keepAct } from "./keep-act.ts";
import type { Learner } from "./learner.ts";
import { finalAsked, stateOf } from "./offline-course.tsx";
import {
  type AskedQuiz,
  type OwnAttempt,
  type OwnCourse,
  ownCourse,
  withAsked,
  withAttempt,
  withCourse,
} from "./own-part.ts";
import type { KeptCourse } from "./phone-port.ts";

type PackedLesson = CoursePack["course"]["lessons"][number];

/** A lesson of that version, also one that was replaced since. */
function lessonAt(
  { whole, earlier }: KeptCourse,
  lessonId: string,
  version: string,
): PackedLesson | undefined {
  return [...(whole?.course.lessons ?? []), ...earlier].find(
    (lesson) => lesson.id === lessonId && lesson.version === version,
  );
}

interface QuizOf extends Asked {
  readonly learner: Learner;
  readonly kept: KeptCourse;
  readonly pack: CoursePack;
  readonly lessonId: string;
}

/** The questions of a lesson, or the final test that was drawn for her while there was signal. */
export async function quizPage(quiz: QuizOf): Promise<Response> {
  const { pack, lessonId, deps } = quiz;
  if (lessonId === pack.course.final.id) {
    const { draw } = ownCourse(quiz.learner.own, pack.course.id);
    if (draw === null) return goTo(`/hoc/${pack.course.id}/${lessonId}`);
    return formPage(quiz, {
      token: draw.id,
      questions: draw.questions,
      asked: finalAsked(pack, draw.questions.length),
      answers: draw.answers,
      missing: [],
      full: false,
    });
  }
  const lesson = pack.course.lessons.find(({ id }) => id === lessonId);
  if (lesson === undefined) return goTo(`/hoc/${pack.course.id}`);
  const asked = await remember(quiz, {
    token: deps.newId(),
    lessonId,
    contentVersion: lesson.version,
    questionIds: lesson.questions.map(({ id }) => id),
  });
  return formPage(quiz, {
    token: asked.token,
    questions: lesson.questions.map((question) => publicQuestion(question)),
    asked: askedOf(pack, lesson.questions.length),
    answers: {},
    missing: [],
    full: false,
  });
}

/** Which text her form is of, for when the lesson changes before she has answered. */
async function remember({ deps, learner, pack }: QuizOf, asked: AskedQuiz): Promise<AskedQuiz> {
  const { accountId } = learner.profile;
  await keepAct(deps, { accountId, key: learner.key }, (own) => {
    const course = withAsked(ownCourse(own, pack.course.id), asked);
    return { own: withCourse(own, pack.course.id, course), act: null, value: null };
  });
  return asked;
}

function askedOf({ course }: CoursePack, questions: number): number {
  return Math.ceil((questions * course.lessonPassPercent) / 100);
}

interface Form {
  readonly token: string;
  readonly questions: Parameters<typeof QuizForm>[0]["questions"];
  readonly asked: number;
  readonly answers: Answers;
  readonly missing: readonly string[];
  /** The phone could not keep what she answered. */
  readonly full: boolean;
}

function formPage({ pack, lessonId, learner, waiting }: QuizOf, form: Form): Promise<Response> {
  const { course } = pack;
  const lesson = [...course.lessons, course.final].find(({ id }) => id === lessonId);
  const words = vi.learning.quiz;
  const title = lesson?.title ?? "";
  const isFinal = lessonId === course.final.id;
  const { full, ...rest } = form;
  return pageOf({
    title: words.heading(title),
    learner,
    waiting,
    status: full || form.missing.length > 0 ? 422 : 200,
    children: (
      <LearnerPage
        heading={isFinal ? title : words.heading(title)}
        back={{ href: `/hoc/${course.id}/${lessonId}`, label: words.back }}
        current="learn"
      >
        {full ? (
          <ErrorSummary
            title={vi.phone.full.title}
            errors={[{ name: "noi-dung", message: vi.phone.full.text }]}
          />
        ) : null}
        {isFinal ? <p>{vi.phone.final.judgedLater}</p> : null}
        <QuizForm {...rest} mediaBase={`/khoa-hoc/${course.id}`} />
      </LearnerPage>
    ),
  });
}

/** What she handed in: the text it was asked by, and whose judgement it waits for. */
interface HandedIn {
  readonly token: string;
  readonly contentVersion: string;
  readonly questionIds: readonly string[];
  /** Null: judged by the server, which alone has the answers. */
  readonly questions: readonly Question[] | null;
  /** To be shown again. */
  readonly shown: Form["questions"];
}

function handedIn({ learner, kept, pack, lessonId }: QuizOf, token: string): HandedIn | null {
  const own = ownCourse(learner.own, pack.course.id);
  const { draw } = own;
  if (lessonId === pack.course.final.id) {
    if (draw === null || draw.id !== token) return null;
    return {
      token,
      contentVersion: draw.contentVersion,
      questionIds: draw.questions.map(({ id }) => id),
      questions: null,
      shown: draw.questions,
    };
  }
  // A form that the server made, and whose post was lost, is of the text that the server had then.
  const asked = own.asked.find((each) => each.token === token);
  const current = pack.course.lessons.find(({ id }) => id === lessonId);
  const lesson = asked === undefined ? current : lessonAt(kept, lessonId, asked.contentVersion);
  if (lesson === undefined) return null;
  const { version: contentVersion, questions } = lesson;
  return {
    token,
    contentVersion,
    questionIds: questions.map(({ id }) => id),
    questions,
    shown: questions.map((question) => publicQuestion(question)),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const ANSWER_LENGTH_AT_MOST = 500;

/** Takes a quiz that was handed in without signal; the same form twice is one attempt. */
export async function takeQuiz(quiz: QuizOf): Promise<Response | null> {
  const { pack, lessonId, form } = quiz;
  const token = typed(form, "token");
  const base = `/hoc/${pack.course.id}/${lessonId}`;
  if (!UUID.test(token)) return null;
  const known = ownCourse(quiz.learner.own, pack.course.id).attempts;
  if (known.some((attempt) => attempt.token === token)) return goTo(`${base}/ket-qua/${token}`);
  const handed = handedIn(quiz, token);
  if (handed === null) return null;

  const answers = answersIn(form, handed.questionIds);
  const missing = handed.questionIds.filter((id) => answers[id] === undefined);
  const again = {
    token,
    questions: handed.shown,
    asked: quizAsks(quiz, handed),
    answers,
    missing,
    full: false,
  };
  if (missing.length > 0) return formPage(quiz, again);
  try {
    await keepAttempt(quiz, handed, answers);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return formPage(quiz, { ...again, full: true });
  }
  return goTo(`${base}/ket-qua/${token}`);
}

function quizAsks({ pack }: QuizOf, { questions, questionIds }: HandedIn): number {
  return questions === null
    ? finalAsked(pack, questionIds.length)
    : askedOf(pack, questions.length);
}

function answersIn(form: FormData | null, questionIds: readonly string[]): Answers {
  const entries = questionIds.map((id) => {
    const given = (form?.getAll(`answer.${id}`) ?? [])
      .filter((value) => typeof value === "string")
      .map((value) => cleanLine(value).slice(0, ANSWER_LENGTH_AT_MOST));
    return [id, given] as const;
  });
  return Object.fromEntries(entries.filter(([, given]) => given.length > 0 && !given.includes("")));
}

async function keepAttempt(quiz: QuizOf, handed: HandedIn, answers: Answers): Promise<void> {
  const { deps, learner, pack, lessonId } = quiz;
  const { token, contentVersion, questionIds } = handed;
  const courseId = pack.course.id;
  const { accountId } = learner.profile;
  await keepAct(deps, { accountId, key: learner.key }, (own, { itemId, at }) => {
    const course = ownCourse(own, courseId);
    // Two taps at once: the other one was first.
    if (course.attempts.some((attempt) => attempt.token === token)) {
      return { own, act: null, value: null };
    }
    const attempt: OwnAttempt = {
      ...{ token, itemId, lessonId, contentVersion, answers },
      questionIds: [...questionIds],
      at: at.toISOString(),
      judged: judged(pack, handed, answers),
    };
    return {
      own: withCourse(own, courseId, withAttempt(course, attempt)),
      act: { kind: "quiz", courseId, lessonId, contentVersion, token, answers },
      value: null,
    };
  });
}

function judged(pack: CoursePack, { questions }: HandedIn, answers: Answers) {
  if (questions === null) return null;
  const max = questions.length;
  const raw = questions.filter(
    ({ id, ...rest }) => judge({ id, ...rest }, answers[id] ?? []).correct,
  ).length;
  return { raw, max, passed: raw * 100 >= max * pack.course.lessonPassPercent };
}

/** How a quiz that was handed in here went; null: this phone does not know of it. */
export function attemptPage(quiz: Omit<QuizOf, "form">, token: string): Promise<Response> | null {
  const { learner, pack, lessonId } = quiz;
  const own = ownCourse(learner.own, pack.course.id);
  const attempt = own.attempts.find((each) => each.token === token && each.lessonId === lessonId);
  if (attempt === undefined) return null;
  return attempt.judged === null
    ? waitsForJudgement(quiz)
    : judgedPage(quiz, own, { ...attempt, judged: attempt.judged });
}

function waitsForJudgement({ pack, learner, waiting }: Omit<QuizOf, "form">): Promise<Response> {
  const words = vi.phone.final;
  return pageOf({
    title: words.pendingHeading,
    learner,
    waiting,
    children: (
      <LearnerPage
        heading={words.pendingHeading}
        back={{ href: `/hoc/${pack.course.id}`, label: vi.learning.result.back }}
        current="learn"
      >
        <Notice tone="success" title={words.pending}>
          {words.lateRule}
        </Notice>
        <Actions>
          <ButtonLink href="/tren-may" icon="phone">
            {vi.phone.here.heading}
          </ButtonLink>
          <ButtonLink href="/hoc" icon="learn" tone="plain">
            {vi.learning.result.other}
          </ButtonLink>
        </Actions>
      </LearnerPage>
    ),
  });
}

function judgedPage(
  quiz: Omit<QuizOf, "form">,
  own: OwnCourse,
  attempt: OwnAttempt & { readonly judged: NonNullable<OwnAttempt["judged"]> },
): Promise<Response> {
  const { pack, kept, lessonId, learner, waiting } = quiz;
  const { course } = pack;
  const { raw, max, passed } = attempt.judged;
  const lesson = lessonAt(kept, lessonId, attempt.contentVersion);
  const steps = stepsOf(course, stateOf(own));
  const words = vi.learning.result;
  const heading = passed ? words.passedHeading : words.failedHeading;
  return pageOf({
    title: heading,
    learner,
    waiting,
    children: (
      <LearnerPage
        heading={heading}
        back={{ href: `/hoc/${course.id}`, label: words.back }}
        current="learn"
      >
        <AttemptReport
          attempt={{
            course: { id: course.id, title: course.title },
            lesson: { id: lessonId, kind: "lesson", title: lesson?.title ?? "" },
            right: raw,
            of: max,
            passed,
            sentAt: formatInstant(new Date(attempt.at)),
            asked: askedOf(pack, max),
            review: lesson === undefined ? null : reviewOf(lesson, attempt),
            count: lessonCount(steps),
            next: nextStep(steps),
            courseDone: false,
          }}
        />
      </LearnerPage>
    ),
  });
}

function reviewOf({ questions }: PackedLesson, { answers }: OwnAttempt) {
  return questions.map((question) => {
    const response = answers[question.id] ?? [];
    return {
      id: question.id,
      prompt: question.prompt,
      explanation: question.explanation,
      correct: judge(question, response).correct,
      yourAnswer: responseText(question, response),
      rightAnswer: rightAnswerText(question),
    };
  });
}
