import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import {
  type Course,
  judge,
  type Lesson,
  responseText,
  rightAnswerText,
} from "#app/domain/content/index.ts";
import { formatInstant, Uuid } from "#app/domain/kernel/index.ts";
import { type AttemptResult, findLesson, lessonAsAsked } from "#app/domain/learning/index.ts";
import {
  findTriesLeft,
  readLessonVersion,
  readMyAttempt,
  readMyCourse,
} from "#app/domain/learning/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { AttemptReport, type ReviewedQuestion } from "./attempt-report.tsx";
import {
  answersAsked,
  lessonCount,
  nextStep,
  stepsOf,
} from "#app/pages/learn/blocks/course-view.ts";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (words) => headingOf(data?.passed ?? false, words));

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const ref = { courseId: params["course"] ?? "", lessonId: params["lesson"] ?? "" };
  const found = findLesson(deps.catalogue(), ref);
  const attemptId = Uuid.safeParse(params["attempt"]);
  if (found === null || !attemptId.success) throw new Response(null, { status: 404 });
  const { course, lesson } = found;
  const actor = await requireActor(context, request);
  const read = await readMyAttempt(deps, actor, attemptId.data);
  const isOfLesson =
    read.ok && read.value.courseId === course.id && read.value.lessonId === lesson.id;
  if (!isOfLesson) throw new Response(null, { status: 404 });

  const attempt = read.value;
  const review = await reviewFor(deps, { course, lesson }, attempt);
  const state = await readMyCourse(deps, actor, course.id);
  const steps = stepsOf(course, state);
  return {
    course: { id: course.id, title: course.title },
    lesson: { id: lesson.id, kind: lesson.kind, title: lesson.title },
    right: attempt.scoreRaw,
    of: attempt.scoreMax,
    passed: attempt.passed,
    sentAt: formatInstant(attempt.submittedAt),
    arrivedAt: attempt.receivedAt === null ? null : formatInstant(attempt.receivedAt),
    helper: attempt.helper,
    keyHeld: isKeyHeld(lesson, attempt),
    lateAfterDays: deps.learningRules.countsWhenDoneWithinDays,
    asked: answersAsked(course, lesson, attempt.scoreMax),
    review,
    triesLeft: attempt.passed ? null : await findTriesLeft(deps, actor, ref),
    count: lessonCount(steps),
    next: nextStep(steps),
    courseDone: state?.completedAt?.getTime() === attempt.submittedAt.getTime(),
  };
}

/** A pool is drawn from again: until she has passed, its right answers are held back. */
function isKeyHeld({ kind }: Pick<Lesson, "kind">, { passed }: AttemptResult): boolean {
  return kind === "final" && !passed;
}

/** Each question that was asked, as the text had it that she answered; null when it was not kept. */
async function reviewFor(
  deps: LoaderFunctionArgs["context"]["deps"],
  { course, lesson }: { readonly course: Course; readonly lesson: Lesson },
  attempt: AttemptResult,
): Promise<readonly ReviewedQuestion[] | null> {
  const { contentVersion: version, answers, questions } = attempt;
  const ref = { courseId: course.id, lessonId: lesson.id, version };
  const text = lesson.version === version ? lesson : await readLessonVersion(deps, ref);
  if (text === null) return null;
  return lessonAsAsked(text, questions).questions.map((question) => {
    const response = answers[question.id] ?? [];
    return {
      id: question.id,
      prompt: question.prompt,
      explanation: question.explanation,
      correct: judge(question, response).correct,
      yourAnswer: responseText(question, response),
      rightAnswer: isKeyHeld(lesson, attempt) ? "" : rightAnswerText(question),
    };
  });
}

function headingOf(passed: boolean, { learning }: ReturnType<typeof useWords>): string {
  return passed ? learning.result.passedHeading : learning.result.failedHeading;
}

export default function AttemptPage() {
  const words = useWords();
  const attempt = useLoaderData<typeof loader>();
  const { course, passed } = attempt;
  return (
    <LearnerPage
      heading={headingOf(passed, words)}
      back={{
        href: href("learn/course", { course: course.id }),
        label: words.learning.result.back,
      }}
      current="learn"
    >
      <AttemptReport attempt={attempt} />
    </LearnerPage>
  );
}
