import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { courseMinutes, questionsAsked } from "#app/domain/content/index.ts";
import { readMyCourse } from "#app/domain/learning/index.server.ts";
import { useWords, vi } from "#app/locales/index.ts";
import { packFor } from "#app/server/course-packs.server.ts";
import { CourseCover } from "#app/ui/course-cover.tsx";
import { answersAsked, stepsOf } from "#app/ui/course-view.ts";
import { KeepCourse } from "#app/ui/keep-course.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? vi.learning.catalogue.heading} – ${vi.common.productName}` },
  { name: "description", content: data?.summary },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const course = deps.catalogue().find(({ id }) => id === params["course"]);
  if (course === undefined) throw new Response(null, { status: 404 });
  const actor = await context.actor();
  const state = actor === null ? null : await readMyCourse(deps, actor, course.id);
  const { id, title, summary, level, outcomes, introduction, sources, final } = course;
  return {
    id,
    title,
    summary,
    level,
    outcomes,
    introduction,
    sources,
    minutes: courseMinutes(course),
    steps: stepsOf(course, state),
    final: { questions: questionsAsked(final), asked: answersAsked(course, final) },
    reader: actor === null ? ("stranger" as const) : ("learner" as const),
    packBytes: packFor(course).sentBytes,
    begun: state !== null,
    completed: (state?.completedAt ?? null) !== null,
  };
}

export default function CoursePage() {
  const words = useWords().learning.course;
  const course = useLoaderData<typeof loader>();
  return (
    <LearnerPage heading={course.title} back={{ href: "/hoc", label: words.back }} current="learn">
      <CourseCover course={course} />
      {course.reader === "learner" ? (
        <KeepCourse courseId={course.id} bytes={course.packBytes} />
      ) : null}
    </LearnerPage>
  );
}
