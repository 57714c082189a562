import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import type { PrepareFault } from "#app/domain/evaluation/index.ts";
import { findQueue, listDecisions, prepareDecision } from "#app/domain/evaluation/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { DecisionTable } from "./decision-table.tsx";
import { deskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";
import { preparationForm } from "./form.ts";
import { PreparationForm } from "./preparation-form.tsx";

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
  const { typed, value, faults } = preparationForm.read(await readForm(request), { communeId });
  const refused = (wrong: readonly PrepareFault[]) =>
    data({ typed, faults: wrong }, { status: 422 });
  if (value === null) return refused(faults);
  const prepared = await prepareDecision(context.deps, actor, value);
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
  const { signerName = "", signerTitle = words.prepare.chair } = decisions[0] ?? {};
  const shown = refused ?? { typed: { signerName, signerTitle } };
  return (
    <OfficePage heading={words.heading} current="decisions" switchHref={href("office/decisions")}>
      {discarded && refused === undefined ? (
        <Notice tone="success">{words.done["da-bo"]}</Notice>
      ) : null}
      <PreparationForm waiting={waiting} view={preparationForm.view(shown, words.refusals)} />
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
