import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { type ServedQuiz, findLesson } from "#app/domain/learning/index.ts";
import {
  startQuizAttempt,
  keepAnswersOf,
  saveAnswers,
  submitQuiz,
} from "#app/domain/learning/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { questionNumber, type QuizSent, readQuizForm } from "./quiz-form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { answersAsked } from "#app/pages/learn/blocks/course-view.ts";
import { HelperLine } from "#app/pages/learn/lesson/helper-line.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { NoTriesLeft, NotYourQuiz } from "./quiz-notices.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { courseFolder, href } from "#app/routes.ts";
import { QuizForm } from "./quiz-form.tsx";
import { quizPlace } from "./quiz-place.ts";

export const meta: MetaFunction<typeof loader> = ({ data: quiz, matches }) =>
  pageTitle(matches, (words) => words.learning.quiz.heading(quiz?.title ?? ""));

const NOT_HERS = "khac";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { course, lesson } = lessonAsked(context, params);
  const actor = await requireActor(context, request);
  const ref = { courseId: course.id, lessonId: lesson.id };
  const drawn = await startQuizAttempt(context.deps, actor, ref);
  const { searchParams } = new URL(request.url);
  const page = {
    courseId: course.id,
    id: lesson.id,
    kind: lesson.kind,
    title: lesson.title,
    triesADay: lesson.quiz.triesADay,
    helper: actor.helper,
    notHers: searchParams.has(NOT_HERS),
  };
  if (drawn.ok) {
    const { questions } = drawn.value;
    const asked = answersAsked(course, lesson, questions.length);
    const number = questionNumber(searchParams.get("cau"));
    const { easyView } = (await context.preferences()).settings;
    const isOne = lesson.quiz.layout === "one" || easyView;
    return { ...page, asked, ...shown(drawn.value, isOne, number), noTries: null };
  }
  if (drawn.refusal.code === "unknown-lesson") throw new Response(null, { status: 404 });
  return { ...page, asked: 0, ...NOTHING, noTries: drawn.refusal };
}

const NOTHING = { token: "", questions: [], answers: {}, place: null };

/** All questions, or the one that is asked for with how many are left. */
function shown(
  { id: token, questions, answers }: ServedQuiz,
  isOne: boolean,
  number: number | null,
) {
  if (!isOne) return { token, questions, answers, place: null };
  const place = quizPlace(questions, answers, number);
  return { token, questions: questions.slice(place.number - 1, place.number), answers, place };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { course, lesson } = lessonAsked(context, params);
  const ref = { courseId: course.id, lessonId: lesson.id };
  const sent = await readQuizForm(request);
  const input = { ...ref, token: sent.token, answers: sent.answers };
  // What she wrote while her session ended is there when she is back.
  if ((await context.actor()) === null) await keepAnswersOf(context.deps, input);
  const actor = await requireActor(context, request);

  const lessonPath = href("learn/lesson", { course: course.id, lesson: lesson.id });
  if (sent.task !== "send") {
    const saved = await saveAnswers(context.deps, actor, input);
    if (saved.ok) throw redirect(afterSaving(lessonPath, sent), 303);
    throw redirect(
      saved.refusal.code === "handed-in"
        ? `${lessonPath}/ket-qua/${saved.refusal.attemptId}`
        : `${lessonPath}/cau-hoi?${NOT_HERS}=1`,
      303,
    );
  }
  const result = await submitQuiz(context.deps, actor, input);
  if (result.ok) throw redirect(`${lessonPath}/ket-qua/${result.value.attemptId}`, 303);
  switch (result.refusal.code) {
    case "incomplete":
      return data(
        { missing: result.refusal.missing, numbers: result.refusal.numbers },
        { status: 422 },
      );
    case "not-drawn":
      throw redirect(`${lessonPath}/cau-hoi?${NOT_HERS}=1`, 303);
    case "token-unreadable":
      throw new Response(null, { status: 400 });
    case "unknown-lesson":
      throw new Response(null, { status: 404 });
  }
}

function afterSaving(lessonPath: string, { task, number }: QuizSent): string {
  if (task === "later" || number === null) return lessonPath;
  return `${lessonPath}/cau-hoi?cau=${Math.max(1, task === "next" ? number + 1 : number - 1)}`;
}

function lessonAsked(
  { deps }: LoaderFunctionArgs["context"],
  params: LoaderFunctionArgs["params"],
) {
  const ref = { courseId: params["course"] ?? "", lessonId: params["lesson"] ?? "" };
  const found = findLesson(deps.catalogue(), ref);
  if (found === null) throw new Response(null, { status: 404 });
  return found;
}

export default function QuizPage() {
  const words = useWords().learning.quiz;
  const quiz = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const lessonPath = href("learn/lesson", { course: quiz.courseId, lesson: quiz.id });
  return (
    <LearnerPage
      heading={quiz.kind === "final" ? quiz.title : words.heading(quiz.title)}
      back={{ href: lessonPath, label: words.back }}
      current="learn"
    >
      {quiz.notHers && refused === undefined ? <NotYourQuiz /> : null}
      {quiz.noTries === null ? (
        <>
          <QuizForm
            {...quiz}
            path={`${lessonPath}/cau-hoi`}
            mediaBase={courseFolder(quiz.courseId)}
            missing={refused?.missing ?? []}
            numbers={refused?.numbers ?? []}
          />
          <HelperLine helper={quiz.helper} back={`${lessonPath}/cau-hoi`} />
        </>
      ) : (
        <NoTriesLeft {...quiz.noTries} lessonPath={lessonPath} />
      )}
    </LearnerPage>
  );
}
