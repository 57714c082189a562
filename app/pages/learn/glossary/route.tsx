import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";
import { CourseSheet } from "#app/pages/learn/blocks/course-sheet.tsx";
import { sheetOf } from "#app/pages/learn/blocks/course-sheet.server.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (words) => data?.sheet.title ?? words.learning.catalogue.heading);

export function loader({ params, context }: LoaderFunctionArgs) {
  return sheetOf(context.deps.catalogue(), params["course"], "glossary");
}

export default function GlossaryPage() {
  const { course, sheet } = useLoaderData<typeof loader>();
  const words = useWords().learning.lesson;
  return (
    <LearnerPage
      heading={sheet.title}
      headingLang={useVietnamese()}
      back={{ href: href("learn/course", { course: course.id }), label: words.back }}
      current="learn"
    >
      <CourseSheet course={course} sheet={sheet} />
    </LearnerPage>
  );
}
