import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ReasonForm, VerifyForm } from "#app/domain/evaluation/index.ts";
import {
  readCase,
  refuseAssessment,
  returnToCitizen,
  verifyAssessments,
} from "#app/domain/evaluation/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords, vi } from "#app/locales/index.ts";
import { requireCommuneDesk } from "#app/server/commune-desk.server.ts";
import { readForm, textOf } from "#app/server/form.server.ts";
import { CaseBody, CaseHead } from "#app/ui/case-file.tsx";
import { CaseOpinion, type CaseRefusal, isOpinion } from "#app/ui/case-opinion.tsx";
import { CommuneDesk } from "#app/ui/commune-desk.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { ErrorSummary, Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: read }) => [
  { title: `${read?.file.snapshot.person.fullName ?? ""} – ${vi.common.productName}` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, communeId } = await requireCommuneDesk(context, request);
  const assessmentId = readId(params["assessment"]);
  const file = await readCase(context.deps, actor, { communeId, assessmentId });
  if (!file.ok) throw new Response(null, { status: 404 });
  const done = new URL(request.url).searchParams.get("xong") ?? "";
  return { file: file.value, done: isOpinion(done) ? done : null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, communeId } = await requireCommuneDesk(context, request);
  const assessmentId = readId(params["assessment"]);
  const form = await readForm(request);
  const opinion = textOf(form, "y-kien");
  const reason = textOf(form, "ly-do").slice(0, 5000);
  const seen = { assessmentId, revision: textOf(form, "lan-sua") };
  const refused = (refusal: CaseRefusal) =>
    data({ opinion: isOpinion(opinion) ? opinion : null, reason, refusal }, { status: 422 });

  if (opinion === "xac-nhan") {
    const read = VerifyForm.safeParse({ communeId, items: [seen] });
    if (!read.success) return refused("unreadable");
    const verified = await verifyAssessments(deps, actor, read.data);
    const outcome = verified.ok ? verified.value.outcomes[0]?.outcome : "not-found";
    if (outcome === undefined || outcome === "not-found") throw new Response(null, { status: 404 });
    if (outcome !== "verified" && outcome !== "already-verified") return refused(outcome);
  } else {
    const read = ReasonForm.safeParse({ communeId, reason, ...seen });
    if (!isOpinion(opinion) || !read.success) {
      return refused(reasonFault(read.error?.issues[0]?.message));
    }
    const speak = opinion === "tra-lai" ? returnToCitizen : refuseAssessment;
    const said = await speak(deps, actor, read.data);
    if (!said.ok && said.refusal.code === "not-yours") throw new Response(null, { status: 404 });
    if (!said.ok) return refused(said.refusal.code);
  }
  throw redirect(`/ban-xet/ho-so/${assessmentId}?xong=${opinion}`, 303);
}

export default function CommuneCase() {
  const words = useWords().desk.caseFile;
  const { file, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CommuneDesk heading={file.snapshot.person.fullName} current="queue">
      <a className="back" href="/ban-xet">
        <Icon name="back" />
        {words.back}
      </a>
      {refused === undefined ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={[{ name: fieldOf(refused), message: words.refusals[refused.refusal] }]}
        />
      )}
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      <CaseHead file={file} />
      <CaseOpinion file={file} refused={refused} />
      <CaseBody file={file} />
    </CommuneDesk>
  );
}

function fieldOf({ opinion, refusal }: { opinion: string | null; refusal: CaseRefusal }) {
  const isReason = refusal === "reason-short" || refusal === "reason-long";
  return isReason && opinion !== null ? `ly-do-${opinion}` : "y-kien";
}

function reasonFault(message: string | undefined): "reason-short" | "reason-long" | "unreadable" {
  return message === "reason-short" || message === "reason-long" ? message : "unreadable";
}

function readId(text: string | undefined): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}
