import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { questionsAsked } from "#app/domain/content/index.ts";
import { findLesson } from "#app/domain/learning/index.ts";
import { findOpenQuiz, openLesson } from "#app/domain/learning/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { lessonCount, stepsOf } from "#app/pages/learn/blocks/course-view.ts";
import { EasyLesson } from "./easy-lesson.tsx";
import { screenAsked, screensOf } from "#app/kit/easy-screens.ts";
import { useFrame } from "#app/kit/frame-context.tsx";
import { LessonReader } from "./lesson-reader.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (words) => data?.title ?? words.learning.catalogue.heading);

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
    hasGlossary: course.glossary !== null,
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
    screen: screenAsked(new URL(request.url).searchParams, screensOf(blocks).length),
  };
}

export default function LessonPage() {
  const words = useWords().learning.lesson;
  const lesson = useLoaderData<typeof loader>();
  const { course, kind, number, title } = lesson;
  const { easyView } = useFrame().settings;
  return (
    <LearnerPage
      heading={kind === "final" ? title : words.title(number, title)}
      back={{ href: href("learn/course", { course: course.id }), label: words.back }}
      current="learn"
    >
      {easyView ? (
        <EasyLesson lesson={lesson} screen={lesson.screen} />
      ) : (
        <LessonReader lesson={lesson} />
      )}
    </LearnerPage>
  );
}
