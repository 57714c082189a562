import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import {
  countReminded,
  endPlan,
  readMyPlan,
  savePlan,
  unsubscribeReminders,
} from "#app/domain/guidance/index.server.ts";
import { formatDay, Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";
import { planForm } from "./form.ts";
import { PlanForm } from "./plan-form.tsx";
import { EndPlanForm, PlanView } from "./plan-view.tsx";
import { RemindersCard } from "./reminders-card.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.finding.plan.heading);

const DONE = { "da-ghi": "saved", "da-thoi": "ended" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const progress = await readMyPlan(deps, actor);
  const courses = deps.catalogue().map(({ id, title }) => ({ id, title }));
  const done = new URL(request.url).searchParams.get("xong");
  return {
    id: deps.newId(),
    progress,
    courses,
    done: done === "da-ghi" || done === "da-thoi" ? DONE[done] : null,
    stoppedReminders: done === "thoi-nhac",
    publicKey: deps.push.publicKey,
    phones: await countReminded(deps, actor),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const form = await readForm(request);
  const id = Uuid.safeParse(textOf(form, "ma")).data ?? deps.newId();
  switch (textOf(form, "viec")) {
    case "thoi":
      await endPlan(deps, actor);
      throw redirect(`${href("learn/plan")}?xong=da-thoi`, 303);
    case "thoi-nhac":
      await unsubscribeReminders(deps, actor, { endpoint: null });
      throw redirect(`${href("learn/plan")}?xong=thoi-nhac`, 303);
    default: {
      const { typed, value, faults } = planForm.read(form);
      if (value === null) return data({ id, typed, faults }, { status: 422 });
      await savePlan(deps, actor, { id, form: value });
      throw redirect(`${href("learn/plan")}?xong=da-ghi`, 303);
    }
  }
}

type Progress = Awaited<ReturnType<typeof loader>>["progress"];

/** The form as her plan has it. */
function typedOf(progress: Progress) {
  if (progress === null) return { ...planForm.blank, weeklyLessons: "2" };
  const { weeklyLessons, days, hour, courses, reason, rest } = progress.plan;
  return {
    weeklyLessons: String(weeklyLessons),
    days,
    hour: hour ?? "",
    courses,
    reason,
    restFrom: rest === null ? "" : formatDay(rest.from),
    restUntil: rest === null ? "" : formatDay(rest.until),
  };
}

export default function LearningPlanPage() {
  const { plan: words, reminders } = useWords().finding;
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { progress, courses, done } = shown;
  const { fields, errors } = planForm.view(refused ?? { typed: typedOf(progress) }, words.faults);
  const form = <PlanForm id={refused?.id ?? shown.id} fields={fields} courses={courses} />;
  return (
    <LearnerPage
      heading={words.heading}
      back={{ href: href("learn/catalogue"), label: words.back }}
      current="learn"
    >
      <ErrorSummary title={words.form.errorTitle} errors={errors} />
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words[done]}</Notice>
      )}
      {shown.stoppedReminders ? <Notice tone="success">{reminders.stopped}</Notice> : null}
      {progress === null ? (
        <>
          <p>{words.intro}</p>
          <p className="hint">{words.counts}</p>
          {form}
        </>
      ) : (
        <>
          <PlanView
            {...progress}
            courses={courses.filter(({ id }) => progress.plan.courses.includes(id))}
          />
          <RemindersCard {...shown} {...progress.plan} />
          <details open={refused !== undefined}>
            <summary>{words.edit}</summary>
            <div className="flow">
              {form}
              <EndPlanForm />
            </div>
          </details>
        </>
      )}
    </LearnerPage>
  );
}
