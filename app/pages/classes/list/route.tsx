import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import type { OpeningFault } from "#app/domain/centres/index.ts";
import { listMeetings, listTeachingPlaces, openMeeting } from "#app/domain/centres/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { readPage } from "#app/pages/office/frame/village-desk.server.ts";
import { OpenClass } from "./class-form.tsx";
import { ClassList } from "./class-list.tsx";
import { openingForm } from "./form.ts";
import styles from "#app/pages/classes/class-view.css?url";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.group.heading);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const page = readPage(new URL(request.url).searchParams.get("trang"));
  const listed = await listMeetings(deps, actor, { page });
  if (!listed.ok) throw new Response(null, { status: 403 });
  return {
    ...listed.value,
    meetingId: deps.newId(),
    places: await listTeachingPlaces(deps, actor),
    courses: deps.catalogue().map(({ id, title, lessons }) => ({
      id,
      title,
      lessons: lessons.map((lesson) => ({ id: lesson.id, title: lesson.title })),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const form = await readForm(request);
  const { typed, value, faults } = openingForm.read(form);
  const meetingId = Uuid.catch(deps.newId()).parse(textOf(form, "ma"));
  const refused = (wrong: readonly OpeningFault[]) =>
    data({ typed, meetingId, faults: wrong }, { status: 422 });

  if (value === null) return refused(faults);
  const opened = await openMeeting(deps, actor, { meetingId, form: value });
  if (!opened.ok) return refused([opened.refusal.code]);
  throw redirect(href("classes/class", { meeting: opened.value.meetingId }), 303);
}

export default function Classes() {
  const words = useWords().group;
  const { meetingId, places, courses, ...list } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const view = openingForm.view(refused, words.open.faults);
  return (
    <LearnerPage
      heading={words.heading}
      back={{ href: "/", label: words.backHome }}
      current="learn"
    >
      <p>{words.intro}</p>
      <OpenClass {...{ places, courses, view }} meetingId={refused?.meetingId ?? meetingId} />
      <ClassList {...list} />
    </LearnerPage>
  );
}
