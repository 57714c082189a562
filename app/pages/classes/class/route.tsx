import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireLedClass } from "#app/pages/classes/class-room.server.ts";
import { ClassCover } from "./class-cover.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.group.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { meeting, found, changed } = await requireLedClass(context, request, params);
  const course = found?.course ?? null;
  return {
    meeting,
    changed,
    courseTitle: course?.title ?? null,
    shown: found !== null,
    sheetOf: course === null || course.groupSheet === null ? null : course.id,
  };
}

export default function ClassPage() {
  const words = useWords().group;
  const shown = useLoaderData<typeof loader>();
  return (
    <LearnerPage
      heading={shown.meeting.topic}
      back={{ href: href("classes/list"), label: words.backList }}
      current="learn"
    >
      <ClassCover {...shown} />
    </LearnerPage>
  );
}
