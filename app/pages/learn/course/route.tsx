import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listMyCertificates } from "#app/domain/certificates/index.server.ts";
import { courseMinutes, questionsAsked } from "#app/domain/content/index.ts";
import { readMyCourse } from "#app/domain/learning/index.server.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";
import { packFor, workerBytes } from "#app/pages/files/course-pack/course-packs.server.ts";
import { standingOf } from "./certificate-offer.tsx";
import { CourseCover } from "./course-cover.tsx";
import { answersAsked, stepsOf } from "#app/pages/learn/blocks/course-view.ts";
import { EasyCourse } from "./easy-course.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { KeepCourse } from "./keep-course.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  ...pageTitle(matches, (words) => data?.title ?? words.learning.catalogue.heading),
  { name: "description", content: data?.summary },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const course = deps.catalogue().find(({ id }) => id === params["course"]);
  if (course === undefined) throw new Response(null, { status: 404 });
  const actor = await context.actor();
  const state = actor === null ? null : await readMyCourse(deps, actor, course.id);
  const completed = actor !== null && (state?.completedAt ?? null) !== null;
  const certificates = completed ? await listMyCertificates(deps, actor) : [];
  const { id, title, summary, level, audience, outcomes, introduction, sources } = course;
  const { cover, final, groupSheet, glossary } = course;
  return {
    id,
    title,
    summary,
    level,
    audience,
    outcomes,
    introduction,
    sources,
    cover,
    sheets: { glossary: glossary !== null, groupSheet: groupSheet !== null },
    minutes: courseMinutes(course),
    steps: stepsOf(course, state),
    final: { questions: questionsAsked(final), asked: answersAsked(course, final) },
    reader: actor === null ? ("stranger" as const) : ("learner" as const),
    packBytes: packFor(course).sentBytes,
    workerBytes: workerBytes(),
    begun: state !== null,
    completed,
    certificate: completed ? standingOf(course.id, certificates) : null,
  };
}

export default function CoursePage() {
  const words = useWords().learning.course;
  const course = useLoaderData<typeof loader>();
  const { easyView } = useFrame().settings;
  return (
    <LearnerPage
      heading={course.title}
      headingLang={useVietnamese()}
      back={{ href: href("learn/catalogue"), label: words.back }}
      current="learn"
    >
      {easyView ? <EasyCourse course={course} /> : <CourseCover course={course} />}
      {course.reader === "learner" ? (
        <KeepCourse courseId={course.id} bytes={course.packBytes} onceBytes={course.workerBytes} />
      ) : null}
    </LearnerPage>
  );
}
