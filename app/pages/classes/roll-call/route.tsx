import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readRoll } from "#app/domain/centres/index.server.ts";
import { cleanLine } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireClass } from "#app/pages/classes/class-room.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { doRollTask, ROLL_DONE } from "./roll-tasks.server.ts";
import { readPage } from "#app/pages/office/frame/village-desk.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import styles from "#app/pages/classes/class-view.css?url";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { cardForm } from "./form.ts";
import { CardReader, PresentList, RollCall, RollTold } from "./roll-call.tsx";
import { SEARCH_LENGTH } from "#app/kit/search-form.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.group.roll.heading);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, meetingId } = await requireClass(context, request, params);
  const { searchParams } = new URL(request.url);
  const search = cleanLine((searchParams.get("tim") ?? "").slice(0, 4 * SEARCH_LENGTH));
  const asked = { meetingId, search, page: readPage(searchParams.get("trang")) };
  const roll = await readRoll(context.deps, actor, asked);
  if (!roll.ok) throw new Response(null, { status: 404 });
  const done = searchParams.get("xong");
  return { roll: roll.value, search, done: ROLL_DONE.find((known) => known === done) ?? null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, meetingId } = await requireClass(context, request, params);
  const form = await readForm(request);
  const sent = await doRollTask(context.deps, actor, meetingId, form);
  if (sent.state === "refused") return data(sent, { status: 422 });
  throw redirect(`${href("classes/roll-call", { meeting: meetingId })}?${sent.query}`, 303);
}

export default function RollCallPage() {
  const { roll: words, backClass, class: classWords } = useWords().group;
  const { roll, search, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = cardForm.view(refused, words.faults);
  const { meeting, present, lastScanned } = roll;
  const params = { meeting: meeting.meetingId };
  const open = meeting.closedAt === null;
  return (
    <LearnerPage
      heading={words.heading}
      back={{ href: href("classes/class", params), label: backClass }}
      current="learn"
    >
      <RollTold {...{ errors, done, lastScanned }} />
      {open ? (
        <>
          <p>{words.intro}</p>
          <RollCall {...{ roll, search }} />
          <CardReader field={fields.card} />
          <PresentList present={present} />
        </>
      ) : (
        <Notice tone="info">{words.closed}</Notice>
      )}
      <ButtonLink
        href={href("classes/closing", params)}
        icon="check"
        tone={open ? "plain" : "primary"}
      >
        {open ? classWords.finish : classWords.recorded}
      </ButtonLink>
    </LearnerPage>
  );
}
