import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords, vi } from "#app/locales/index.ts";
import { requireLedClass } from "#app/server/class-room.server.ts";
import { ClassCover } from "#app/ui/class-cover.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";

export const meta: MetaFunction = () => [
  { title: `${vi.group.heading} – ${vi.common.productName}` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { meeting, found, changed } = await requireLedClass(context, request, params);
  return { meeting, changed, courseTitle: found?.course.title ?? null, shown: found !== null };
}

export default function ClassPage() {
  const words = useWords().group;
  const shown = useLoaderData<typeof loader>();
  return (
    <LearnerPage
      heading={shown.meeting.topic}
      back={{ href: "/lop", label: words.backList }}
      current="learn"
    >
      <ClassCover {...shown} />
    </LearnerPage>
  );
}
