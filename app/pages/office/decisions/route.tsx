import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PrepareDecisionForm } from "#app/domain/evaluation/index.ts";
import { findQueue, listDecisions, prepareDecision } from "#app/domain/evaluation/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { DecisionTable } from "./decision-table.tsx";
import { deskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";
import { type PreparationRefusal, PreparationForm } from "./preparation-form.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.desk.decisions.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const queue = await findQueue(deps, actor, { communeId, state: "verified" });
  const listed = await listDecisions(deps, actor, { communeId });
  const discarded = new URL(request.url).searchParams.get("xong") === "da-bo";
  if (!queue.ok || !listed.ok) return { decisions: [], waiting: 0, discarded };
  const decisions = listed.value;
  const inDrafts = decisions
    .filter(({ state }) => state === "draft")
    .reduce((sum, { names }) => sum + names, 0);
  const waiting = Math.max(0, queue.value.counts.verified - inDrafts);
  return { decisions, waiting, discarded };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const form = await readForm(request);
  const signerName = textOf(form, "nguoi-ky").slice(0, 1000);
  const signerTitle = textOf(form, "chuc-vu").slice(0, 1000);
  const refused = (refusals: readonly PreparationRefusal[]) =>
    data({ signerName, signerTitle, refusals }, { status: 422 });
  const read = PrepareDecisionForm.safeParse({ communeId, signerName, signerTitle });
  if (!read.success) return refused(faultsOf(read.error.issues));
  const prepared = await prepareDecision(context.deps, actor, read.data);
  if (prepared.ok) {
    const done = `${href("office/decision", { decision: prepared.value.decisionId })}?xong=da-lap`;
    throw redirect(deskHref(done, named), 303);
  }
  const { code } = prepared.refusal;
  if (code === "outside-commune") throw new Response(null, { status: 403 });
  return refused([code]);
}

export default function Decisions() {
  const words = useWords().desk.decisions;
  const { decisions, waiting, discarded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const signer = refused ?? decisions[0] ?? { signerName: "", signerTitle: words.prepare.chair };
  return (
    <OfficePage heading={words.heading} current="decisions" switchHref={href("office/decisions")}>
      {discarded && refused === undefined ? (
        <Notice tone="success">{words.done["da-bo"]}</Notice>
      ) : null}
      <PreparationForm
        waiting={waiting}
        signerName={signer.signerName}
        signerTitle={signer.signerTitle}
        refusals={refused?.refusals ?? []}
      />
      {decisions.length === 0 ? (
        <EmptyState icon="seal" title={words.empty.title}>
          {words.empty.advice}
        </EmptyState>
      ) : (
        <DecisionTable decisions={decisions} />
      )}
    </OfficePage>
  );
}

const FORM_FAULTS = ["name-short", "name-long", "title-short", "title-long"] as const;

function faultsOf(issues: readonly { readonly message: string }[]): readonly PreparationRefusal[] {
  const messages = new Set(issues.map(({ message }) => message));
  return FORM_FAULTS.filter((code) => messages.has(code));
}
