import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { IssueDecisionForm } from "#app/domain/evaluation/index.ts";
import {
  discardDecision,
  issueDecision,
  readDecision,
} from "#app/domain/evaluation/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
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
import { IssueDecision, IssueErrors, type IssueFault } from "./issue-decision.tsx";
import { Notice } from "#app/kit/notice.tsx";
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
  const typed = {
    number: textOf(form, "so").slice(0, 1000),
    decidedOn: textOf(form, "ngay").slice(0, 100),
    confirmed: textOf(form, "doi-chieu") === "1",
  };
  const refused = (faults: readonly IssueFault[]) => data({ ...typed, faults }, { status: 422 });
  if (textOf(form, "viec") === "bo") {
    const discarded = await discard(context.deps, desk, decisionId);
    return refused([{ code: discarded }]);
  }
  const { communeId } = desk;
  const read = IssueDecisionForm.safeParse({ communeId, decisionId, ...typed });
  if (!read.success || !typed.confirmed) {
    const messages = read.error?.issues.map(({ message }) => message) ?? [];
    return refused([
      ...FORM_FAULTS.filter((code) => messages.includes(code)).map((code) => ({ code })),
      ...(typed.confirmed ? [] : [{ code: "confirm-missing" as const }]),
    ]);
  }
  const issued = await issueDecision(context.deps, desk.actor, read.data);
  if (issued.ok) {
    const done = `${href("office/decision", { decision: decisionId })}?xong=ban-hanh`;
    throw redirect(deskHref(done, desk.named), 303);
  }
  const { refusal } = issued;
  if (refusal.code === "outside-commune") throw new Response(null, { status: 403 });
  if (refusal.code === "unknown-decision") throw new Response(null, { status: 404 });
  return refused([refusal]);
}

export default function Decision() {
  const words = useWords().desk.decisions;
  const toDesk = useDeskHref();
  const { decision, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { id, state, number, names, rows } = decision;
  const heading = number === null ? words.one.headingDraft : words.one.heading(number);
  return (
    <OfficePage heading={heading} current="decisions">
      <a className="back" href={toDesk(href("office/decisions"))}>
        <Icon name="back" />
        {words.one.back}
      </a>
      {refused === undefined ? null : <IssueErrors faults={refused.faults} />}
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      <DecisionHead decision={decision} />
      <IssueDecision
        {...{ id, state, names }}
        typed={refused ?? { number: "", decidedOn: "", confirmed: false, faults: [] }}
      />
      <DecisionNames rows={rows} state={state} />
    </OfficePage>
  );
}

const DONE = ["da-lap", "ban-hanh"] as const;
const FORM_FAULTS = ["number-missing", "number-long", "day-wrong"] as const;

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
