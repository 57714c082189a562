import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { publicQuestion, questionsAsked, rightAnswerText } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireDrafts } from "#app/pages/authoring/authors.server.ts";
import { DraftLesson } from "./draft-lesson.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (words) => data?.title ?? words.authoring.preview.heading);

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const drafts = await requireDrafts(context, request);
  const draft = drafts.find(({ id }) => id === params["course"]);
  const lesson = draft?.lessons.find(({ id }) => id === params["lesson"]);
  if (draft === undefined || lesson === undefined) throw new Response(null, { status: 404 });
  // A file's name ends in the lesson's id: "khoa-mau/01-mot.md", "khoa-mau/final.md".
  const file = new RegExp(`/(?:\\d{2}-)?${lesson.id}\\.md$`, "u");
  const { title, goal, minutes, blocks, quiz, questions } = lesson;
  return {
    courseId: draft.id,
    title,
    goal,
    minutes,
    blocks,
    questions: questions.map((question) => ({
      asked: publicQuestion(question),
      answer: rightAnswerText(question),
      explanation: question.explanation,
    })),
    draw: quiz.draw === null ? null : questionsAsked(lesson),
    problems: draft.problems.filter((problem) => file.test(problem.file)),
    advice: draft.advice.filter((problem) => file.test(problem.file)),
  };
}

export default function DraftPage() {
  const words = useWords().authoring.preview;
  const lesson = useLoaderData<typeof loader>();
  return (
    <LearnerPage heading={lesson.title} back={{ href: href("authoring/list"), label: words.back }}>
      <DraftLesson lesson={lesson} />
    </LearnerPage>
  );
}
