import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/kit/page-title.ts";
import { CourseSheetPage } from "#app/pages/learn/blocks/course-sheet-page.tsx";
import { sheetOf } from "#app/pages/learn/blocks/course-sheet.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (words) => data?.sheet.title ?? words.learning.catalogue.heading);

export function loader({ params, context }: LoaderFunctionArgs) {
  return sheetOf(context.deps.catalogue(), params["course"], "glossary");
}

export default function GlossaryPage() {
  return <CourseSheetPage {...useLoaderData<typeof loader>()} />;
}
