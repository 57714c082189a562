import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { nameCases, readBulkReview, undoBulkReview } from "#app/domain/evaluation/index.server.ts";
import { formatInstant, formatNumber, Uuid, valueOf } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readLeft } from "./act-address.ts";
import { CoveredCases, LeftCases } from "./act-report.tsx";
import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.desk.act.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const actId = readId(params["act"]);
  const read = await readBulkReview(context.deps, actor, { communeId, actId });
  if (!read.ok) throw new Response(null, { status: 404 });
  const act = read.value;
  const search = new URL(request.url).searchParams;
  const covered = new Set(act.cases.map(({ assessmentId }) => assessmentId));
  const left = readLeft(search).filter(({ assessmentId }) => !covered.has(assessmentId));
  const assessmentIds = left.map(({ assessmentId }) => assessmentId);
  const names = valueOf(await nameCases(context.deps, actor, { communeId, assessmentIds }));
  return { act, left, names, undone: countOf(search, "hoan-tac"), kept: countOf(search, "giu") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const actId = readId(params["act"]);
  const result = await undoBulkReview(context.deps, actor, { communeId, actId });
  if (result.ok) {
    const { outcomes } = result.value;
    const undone = outcomes.filter(({ outcome }) => outcome === "reopened").length;
    const query = `hoan-tac=${undone}&giu=${outcomes.length - undone}`;
    throw redirect(deskHref(`${href("office/bulk-review", { act: actId })}?${query}`, named), 303);
  }
  switch (result.refusal.code) {
    case "outside-commune":
      throw new Response(null, { status: 403 });
    case "unknown-act":
      throw new Response(null, { status: 404 });
    case "closed":
      return data({ refusal: result.refusal.code }, { status: 422 });
  }
}

export default function ReviewedTogether() {
  const words = useWords().desk.act;
  const { act, left, names, undone, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const covered = formatNumber(act.cases.length);
  const toDesk = useDeskHref();
  return (
    <OfficePage heading={words.heading} current="queue">
      {refused === undefined ? null : (
        <ErrorSummary title={words.errorTitle} errors={[{ message: words.closed }]} />
      )}
      {undone === null ? (
        <Notice tone={act.own ? "success" : "info"} title={act.own ? undefined : words.byOther}>
          {words.done[act.outcome](covered)}
        </Notice>
      ) : (
        <Notice tone={undone > 0 ? "success" : "info"}>
          <p>{words.undone(formatNumber(undone))}</p>
          {kept === null || kept === 0 ? null : <p>{words.kept(formatNumber(kept))}</p>}
        </Notice>
      )}
      <Facts
        rows={[
          { label: words.when, value: formatInstant(act.at) },
          { label: words.by, value: act.reviewerName },
          { label: words.office, value: act.reviewerOffice },
        ]}
      />
      <CoveredCases cases={act.cases} />
      {left.length === 0 ? null : (
        <>
          <p>{words.leftIntro}</p>
          <LeftCases left={left} names={names} />
        </>
      )}
      <div className="no-print flow">
        {act.cases.some(({ undoable }) => undoable) ? (
          <Card heading={words.undo} icon="back">
            <p>{words.undoHint}</p>
            <form method="post">
              <Button icon="back" tone="danger">
                {words.undo}
              </Button>
            </form>
          </Card>
        ) : null}
        <Actions>
          <ButtonLink href={toDesk(href("office/queue"))} icon="assess">
            {words.back}
          </ButtonLink>
        </Actions>
      </div>
    </OfficePage>
  );
}

function readId(text: string | undefined): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

function countOf(search: URLSearchParams, name: string): number | null {
  const text = search.get(name) ?? "";
  return /^\d{1,4}$/u.test(text) ? Number(text) : null;
}
