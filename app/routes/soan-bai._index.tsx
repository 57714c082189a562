import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords, vi } from "#app/locales/index.ts";
import { requireDrafts } from "#app/server/authors.server.ts";
import { DraftList } from "#app/ui/draft-list.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";

export const meta: MetaFunction = () => [
  { title: `${vi.authoring.preview.heading} – ${vi.common.productName}` },
];

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
