import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { questionsAsked } from "#app/domain/content/index.ts";
import { findLesson } from "#app/domain/learning/index.ts";
import { findOpenQuiz, openLesson } from "#app/domain/learning/index.server.ts";
import { useWords, vi } from "#app/locales/index.ts";
import { requireActor } from "#app/server/request-context.server.ts";
import { lessonCount, stepsOf } from "#app/ui/course-view.ts";
import { LessonReader } from "#app/ui/lesson-reader.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? vi.learning.catalogue.heading} – ${vi.common.productName}` },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const ref = { courseId: params["course"] ?? "", lessonId: params["lesson"] ?? "" };
  const found = findLesson(deps.catalogue(), ref);
  if (found === null) throw new Response(null, { status: 404 });
  const actor = await requireActor(context, request);
  const opened = await openLesson(deps, actor, ref);
  if (!opened.ok) throw new Response(null, { status: 404 });

  const { course, lesson } = found;
  const steps = stepsOf(course, opened.value);
  const at = steps.findIndex(({ id }) => id === lesson.id);
  const { id, kind, title, goal, minutes, blocks } = lesson;
  const { done, total } = lessonCount(steps);
  return {
    id,
    kind,
    title,
    goal,
    minutes,
    blocks,
    course: { id: course.id, title: course.title },
    questions: questionsAsked(lesson),
    openQuiz: await findOpenQuiz(deps, actor, ref),
    practised: opened.value.lessons.get(id)?.practised ?? [],
    helper: actor.helper,
    number: at + 1,
    lessons: total,
    lessonsLeft: total - done,
    done: steps[at]?.state === "done",
    previous: steps[at - 1] ?? null,
    following: steps[at + 1] ?? null,
  };
}

export default function LessonPage() {
  const words = useWords().learning.lesson;
  const lesson = useLoaderData<typeof loader>();
  const { course, kind, number, title } = lesson;
  return (
    <LearnerPage
      heading={kind === "final" ? title : words.title(number, title)}
      back={{ href: `/hoc/${course.id}`, label: words.back }}
      current="learn"
    >
      <LessonReader lesson={lesson} />
    </LearnerPage>
  );
}
