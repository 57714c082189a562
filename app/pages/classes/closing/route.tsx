import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { mayTakeBack, readMeeting, readRoll } from "#app/domain/centres/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireClass } from "#app/pages/classes/class-room.server.ts";
import { CLOSING_DONE, doClosingTask } from "./closing-tasks.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { ClassClosed, ClassClosing } from "./class-closing.tsx";
import styles from "#app/pages/classes/class-view.css?url";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.group.finish.heading);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, meetingId } = await requireClass(context, request, params);
  const roll = await readRoll(deps, actor, { meetingId, search: "", page: 1 });
  const read = await readMeeting(deps, actor, { meetingId });
  if (!roll.ok || !read.ok) throw new Response(null, { status: 404 });
  const { meeting, present } = roll.value;
  const done = new URL(request.url).searchParams.get("xong");
  return {
    meeting,
    present,
    questions: Object.keys(read.value.hands).length,
    mayTakeBack: mayTakeBack(meeting, deps.now()),
    done: CLOSING_DONE.find((known) => known === done) ?? null,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, meetingId } = await requireClass(context, request, params);
  const form = await readForm(request);
  const sent = await doClosingTask(context.deps, actor, meetingId, form);
  if (sent.state === "refused") return data(sent, { status: 422 });
  throw redirect(`${href("classes/closing", { meeting: meetingId })}?xong=${sent.done}`, 303);
}

export default function ClosingPage() {
  const { finish: words, backClass } = useWords().group;
  const { done, mayTakeBack: undoable, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { meetingId, closedAt } = shown.meeting;
  return (
    <LearnerPage
      heading={closedAt === null ? words.heading : words.headingClosed}
      back={{ href: href("classes/class", { meeting: meetingId }), label: backClass }}
      current="learn"
    >
      {refused === undefined ? null : (
        <Notice tone="error" title={words.faultTitle}>
          {words[refused.fault]}
        </Notice>
      )}
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words[done]}</Notice>
      )}
      {closedAt === null ? (
        <ClassClosing {...shown} />
      ) : (
        <ClassClosed {...shown} mayTakeBack={undoable} />
      )}
    </LearnerPage>
  );
}
