import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { RevisionForm, type OwnAssessment } from "#app/domain/evaluation/index.ts";
import {
  readAssessment,
  submitAssessment,
  withdrawSubmission,
} from "#app/domain/evaluation/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { AssessmentNews } from "./assessment-news.tsx";
import { AssessmentNextStep } from "./assessment-next-step.tsx";
import { AssessmentTotal } from "./assessment-total.tsx";
import { AssessmentTrail } from "./assessment-trail.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { IndicatorScores } from "./indicator-scores.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.common.frame.assess);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const own = await readAssessment(context.deps, actor);
  return own.ok ? own.value : null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const form = await readForm(request);
  const input = RevisionForm.safeParse({ revision: textOf(form, "revision") });
  if (!input.success) throw new Response(null, { status: 400 });
  if (textOf(form, "act") === "lay-lai") {
    const result = await withdrawSubmission(deps, actor, input.data);
    // A second tap finds it taken back already.
    if (result.ok || ("state" in result.refusal && result.refusal.state === "draft")) {
      throw redirect(`${href("portfolio/assessment")}?xong=da-lay-lai`, 303);
    }
    return data({ refusal: result.refusal }, { status: 422 });
  }
  const result = await submitAssessment(deps, actor, input.data);
  if (result.ok) throw redirect(`${href("portfolio/assessment")}?xong=da-nop`, 303);
  return data({ refusal: result.refusal }, { status: 422 });
}

export default function AssessmentPage() {
  const own = useLoaderData<typeof loader>();
  return own === null ? <NoCycle /> : <Overview own={own} />;
}

function Overview({ own }: { readonly own: OwnAssessment }) {
  const words = useWords().assessment;
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { cycle, assessment, result, open } = own;
  const { criteria } = cycle;
  return (
    <LearnerPage heading={words.heading(cycle.year)} current="assess">
      {refused === undefined ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={[
            {
              message:
                refused.refusal.code === "incomplete"
                  ? words.incomplete(refused.refusal.missing)
                  : words.refusals[refused.refusal.code],
            },
          ]}
        />
      )}
      <AssessmentNews own={own} done={refused === undefined ? search.get("xong") : null} />
      <AssessmentNextStep own={own} />
      <AssessmentTotal criteria={criteria} result={result} />
      <Card heading={words.trail.heading} icon="calendar">
        <AssessmentTrail {...own} />
      </Card>
      <h2 id="chi-so">{words.list.heading(criteria.indicators.length)}</h2>
      <IndicatorScores criteria={criteria} scores={assessment?.scores ?? {}} linked={open} />
    </LearnerPage>
  );
}

function NoCycle() {
  const words = useWords();
  const { title, advice, action: go } = words.assessment.noCycle;
  return (
    <LearnerPage heading={words.common.frame.assess} current="assess">
      <EmptyState
        icon="assess"
        title={title}
        action={<ButtonLink href={href("learn/catalogue")}>{go}</ButtonLink>}
      >
        <p>{advice}</p>
      </EmptyState>
    </LearnerPage>
  );
}
