import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { publicQuestion } from "#app/domain/content/index.ts";
import { findLesson } from "#app/domain/learning/index.ts";
import { submitQuiz } from "#app/domain/learning/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf, textsOf } from "#app/server/form.server.ts";
import { requireActor } from "#app/server/request-context.server.ts";
import { answersAsked } from "#app/ui/course-view.ts";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { QuizForm } from "#app/ui/quiz-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: quiz, matches }) =>
  pageTitle(matches, (words) => words.learning.quiz.heading(quiz?.title ?? ""));

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { course, lesson } = lessonAsked(context, params);
  await requireActor(context, request);
  return {
    courseId: course.id,
    id: lesson.id,
    kind: lesson.kind,
    title: lesson.title,
    asked: answersAsked(course, lesson),
    questions: lesson.questions.map((question) => publicQuestion(question)),
    token: deps.newId(),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { course, lesson } = lessonAsked(context, params);
  const actor = await requireActor(context, request);
  const form = await readForm(request);
  const token = textOf(form, "token");
  const answers = Object.fromEntries(
    lesson.questions.map(({ id }) => [id, textsOf(form, `answer.${id}`)]),
  );
  const ref = { courseId: course.id, lessonId: lesson.id };
  const result = await submitQuiz(context.deps, actor, { ...ref, token, answers });
  if (result.ok) {
    throw redirect(`/hoc/${course.id}/${lesson.id}/ket-qua/${result.value.attemptId}`, 303);
  }
  switch (result.refusal.code) {
    case "incomplete":
      return data({ token, answers, missing: result.refusal.missing }, { status: 422 });
    case "token-unreadable":
      throw new Response(null, { status: 400 });
    case "unknown-lesson":
      throw new Response(null, { status: 404 });
  }
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
  return (
    <LearnerPage
      heading={quiz.kind === "final" ? quiz.title : words.heading(quiz.title)}
      back={{ href: `/hoc/${quiz.courseId}/${quiz.id}`, label: words.back }}
      current="learn"
    >
      <QuizForm
        questions={quiz.questions}
        asked={quiz.asked}
        mediaBase={`/khoa-hoc/${quiz.courseId}`}
        token={refused?.token ?? quiz.token}
        answers={refused?.answers ?? {}}
        missing={refused?.missing ?? []}
      />
    </LearnerPage>
  );
}
