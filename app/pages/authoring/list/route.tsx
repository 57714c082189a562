import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireDrafts } from "#app/pages/authoring/authors.server.ts";
import { DraftList } from "./draft-list.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.authoring.preview.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const drafts = await requireDrafts(context, request);
  return {
    drafts: drafts.map(({ id, title, lessons, problems, advice }) => ({
      id,
      title,
      problems,
      advice,
      lessons: lessons.map((lesson) => ({ id: lesson.id, title: lesson.title })),
    })),
  };
}

export default function DraftsPage() {
  const { heading } = useWords().authoring.preview;
  return (
    <LearnerPage heading={heading}>
      <DraftList drafts={useLoaderData<typeof loader>().drafts} />
    </LearnerPage>
  );
}
