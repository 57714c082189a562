import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { handsOptions } from "#app/domain/centres/index.ts";
import { recordVotes } from "#app/domain/centres/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireLedClass } from "#app/pages/classes/class-room.server.ts";
import { afterHands, countSteps, questionAt, readStep, stepView } from "./class-steps.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { handsFormOf } from "./form.ts";
import { ClassQuestion } from "./class-question.tsx";
import { ClassStep, ClassText } from "./class-slide.tsx";
import styles from "#app/pages/classes/class-view.css?url";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { courseFolder, href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.group.heading);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { meeting, found, changed, hands } = await requireLedClass(context, request, params);
  if (found === null) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const steps = countSteps(found);
  const step = readStep(searchParams.get("buoc"), steps);
  return {
    href: href("classes/class", { meeting: meeting.meetingId }),
    title: meeting.topic,
    goal: step === 1 ? found.lesson.goal : null,
    sheetOf: step === 1 && found.course.groupSheet !== null ? found.course.id : null,
    open: meeting.closedAt === null,
    changed: changed && step === 1,
    mediaBase: courseFolder(found.course.id),
    step,
    steps,
    view: stepView({ found, hands }, step, searchParams.get("xem") === "1"),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, meeting, found } = await requireLedClass(context, request, params);
  if (found === null) throw new Response(null, { status: 404 });
  const step = readStep(new URL(request.url).searchParams.get("buoc"), countSteps(found));
  const question = questionAt(found, step);
  if (question === null) throw new Response(null, { status: 400 });
  const form = await readForm(request);
  const pressed = { more: textOf(form, "them"), less: textOf(form, "bot") };
  const { typed, value, faults } = handsFormOf(handsOptions(question)).read(form, pressed);
  if (value === null) return data({ typed, faults }, { status: 422 });
  const { meetingId } = meeting;
  const votes = { meetingId, questionId: question.id, hands: value.hands };
  const recorded = await recordVotes(deps, actor, votes);
  if (!recorded.ok) {
    // Closed or changed while the form was open: the page as it is now says so.
    throw redirect(`${href("classes/lesson", { meeting: meetingId })}?buoc=${step}`, 303);
  }
  throw redirect(
    `${href("classes/lesson", { meeting: meetingId })}?buoc=${step}${afterHands(form, question)}`,
    303,
  );
}

export default function ClassLesson() {
  const words = useWords().group;
  const {
    href: here,
    title,
    goal,
    sheetOf,
    open,
    changed,
    mediaBase,
    step,
    steps,
    view,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <LearnerPage heading={title} back={{ href: here, label: words.backClass }} current="learn">
      {changed ? <Notice tone="warning">{words.class.changed}</Notice> : null}
      <ClassStep {...{ step, steps }} href={here}>
        {goal === null ? null : <p className="font-bold">{goal}</p>}
        {sheetOf === null ? null : (
          <p>
            <a className="back" href={href("learn/group-sheet", { course: sheetOf })}>
              {words.class.guide}
            </a>
          </p>
        )}
        {view.kind === "text" ? (
          <ClassText {...view} mediaBase={mediaBase} />
        ) : (
          <ClassQuestion
            question={view}
            href={`${here}/bai?buoc=${step}`}
            refused={refused}
            {...{ mediaBase, open }}
          />
        )}
      </ClassStep>
    </LearnerPage>
  );
}
