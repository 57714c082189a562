import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import type { IssueFault } from "#app/domain/evaluation/index.ts";
import {
  discardDecision,
  issueDecision,
  type IssueDecisionRefusal,
  readDecision,
} from "#app/domain/evaluation/index.server.ts";
import { formatDay, Uuid } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";
import {
  requireOffice,
  type OfficeContext,
} from "#app/pages/office/frame/office-context.server.ts";
import type { Deps } from "#app/server/boot/deps.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { DecisionHead } from "./decision-head.tsx";
import { DecisionNames } from "#app/pages/office/decisions/decision-table.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Icon } from "#app/kit/icon.tsx";
import { issueForm } from "./form.ts";
import { IssueDecision } from "./issue-decision.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.desk.decisions.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const decisionId = readId(params["decision"]);
  const decision = await readDecision(context.deps, actor, { communeId, decisionId });
  if (!decision.ok) throw new Response(null, { status: 404 });
  const done = new URL(request.url).searchParams.get("xong");
  return { decision: decision.value, done: DONE.find((known) => known === done) ?? null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const desk = await requireOffice(context, request);
  const decisionId = readId(params["decision"]);
  const form = await readForm(request);
  const { typed, value, faults } = issueForm.read(form, { communeId: desk.placeId, decisionId });
  const refused = (wrong: readonly IssueFault[], refusal: IssueDecisionRefusal | null = null) =>
    data({ typed, faults: wrong, refusal }, { status: 422 });
  if (textOf(form, "viec") === "bo") {
    return refused([await discard(context.deps, desk, decisionId)]);
  }
  if (value === null) return refused(faults);
  const issued = await issueDecision(context.deps, desk.actor, value);
  if (issued.ok) {
    const done = `${href("office/decision", { decision: decisionId })}?xong=ban-hanh`;
    throw redirect(deskHref(done, desk.named), 303);
  }
  const { refusal } = issued;
  if (refusal.code === "outside-commune") throw new Response(null, { status: 403 });
  if (refusal.code === "unknown-decision") throw new Response(null, { status: 404 });
  return refused([refusal.code], refusal);
}

/** Sentences about an issue, two of which name what stands in the way. */
function issueWords(words: Words["desk"]["decisions"], refusal: IssueDecisionRefusal | null) {
  const told = { "day-outside": "", "already-issued": "" };
  if (refusal?.code === "day-outside") {
    told["day-outside"] = words.dayOutside(formatDay(refusal.decideUntil));
  }
  if (refusal?.code === "already-issued") {
    const { number, decidedOn } = refusal;
    told["already-issued"] = words.issuedOtherwise(number, formatDay(decidedOn));
  }
  return { ...words.refusals, ...told };
}

export default function Decision() {
  const words = useWords().desk.decisions;
  const toDesk = useDeskHref();
  const { decision, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { id, state, number, names, rows } = decision;
  const { fields, errors } = issueForm.view(refused, issueWords(words, refused?.refusal ?? null));
  const heading = number === null ? words.one.headingDraft : words.one.heading(number);
  return (
    <OfficePage heading={heading} current="decisions">
      <a className="back" href={toDesk(href("office/decisions"))}>
        <Icon name="back" />
        {words.one.back}
      </a>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      <DecisionHead decision={decision} />
      <IssueDecision {...{ id, state, names, fields }} />
      <DecisionNames rows={rows} state={state} />
    </OfficePage>
  );
}

const DONE = ["da-lap", "ban-hanh"] as const;

/** Leads to the list of decisions, also from a second press; or says why the paper stays. */
async function discard(
  deps: Deps,
  { actor, placeId: communeId, named }: OfficeContext,
  decisionId: string,
) {
  const discarded = await discardDecision(deps, actor, { communeId, decisionId });
  const code = discarded.ok ? "unknown-decision" : discarded.refusal.code;
  switch (code) {
    case "outside-commune":
      throw new Response(null, { status: 403 });
    case "unknown-decision":
      throw redirect(deskHref(`${href("office/decisions")}?xong=da-bo`, named), 303);
    case "already-issued":
      return "discard-issued" as const;
  }
}

function readId(text: string | undefined): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}
