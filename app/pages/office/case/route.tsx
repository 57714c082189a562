import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import {
  type OpinionFault,
  type ReasonForm,
  seenCaseText,
  VerifyForm,
} from "#app/domain/evaluation/index.ts";
import {
  readCase,
  refuseAssessment,
  returnToCitizen,
  verifyAssessments,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type PlaceId, Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import type { Deps } from "#app/server/boot/deps.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { CaseBody, CaseHead } from "./case-file.tsx";
import { CaseOpinion } from "./case-opinion.tsx";
import { isOpinion, type Opinion, reasonForm, viewReason } from "./form.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Icon } from "#app/kit/icon.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data: read, matches }) =>
  pageTitle(matches, () => read?.file.snapshot.person.fullName ?? "");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const assessmentId = readId(params["assessment"]);
  const file = await readCase(context.deps, actor, { communeId, assessmentId });
  if (!file.ok) throw new Response(null, { status: 404 });
  const done = new URL(request.url).searchParams.get("xong") ?? "";
  return { file: file.value, done: isOpinion(done) ? done : null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const assessmentId = readId(params["assessment"]);
  const form = await readForm(request);
  const opinion = textOf(form, "y-kien");
  if (!isOpinion(opinion)) throw new Response(null, { status: 400 });
  const seen = { communeId, assessmentId, revision: textOf(form, "lan-sua") };
  const { typed, value, faults } = reasonForm.read(form, seen);
  const refused = (wrong: readonly OpinionFault[]) =>
    data({ opinion, typed, faults: wrong }, { status: 422 });

  if (opinion !== "xac-nhan" && value === null) return refused(faults);
  const fault =
    opinion === "xac-nhan" || value === null
      ? await verify(deps, actor, seen)
      : await giveReason(deps, actor, opinion, value);
  if (fault !== null) return refused([fault]);
  throw redirect(
    deskHref(`${href("office/case", { assessment: assessmentId })}?xong=${opinion}`, named),
    303,
  );
}

interface SeenCase {
  readonly communeId: PlaceId;
  readonly assessmentId: string;
  /** As the form has it. */
  readonly revision: string;
}

/** Null when it is verified. */
async function verify(deps: Deps, actor: Actor, seen: SeenCase): Promise<OpinionFault | null> {
  const { communeId } = seen;
  const read = VerifyForm.safeParse({ communeId, items: [seenCaseText(seen)] });
  if (!read.success) return "unreadable";
  const verified = await verifyAssessments(deps, actor, read.data);
  const outcome = verified.ok ? verified.value.outcomes[0]?.outcome : undefined;
  if (outcome === undefined || outcome === "not-found") throw new Response(null, { status: 404 });
  return outcome === "verified" || outcome === "already-verified" ? null : outcome;
}

/** Null when the reason is written. */
async function giveReason(
  deps: Deps,
  actor: Actor,
  opinion: Exclude<Opinion, "xac-nhan">,
  form: ReasonForm,
): Promise<OpinionFault | null> {
  const speak = opinion === "tra-lai" ? returnToCitizen : refuseAssessment;
  const spoken = await speak(deps, actor, form);
  if (spoken.ok) return null;
  if (spoken.refusal.code === "not-yours") throw new Response(null, { status: 404 });
  return spoken.refusal.code;
}

export default function CommuneCase() {
  const words = useWords().desk.caseFile;
  const toDesk = useDeskHref();
  const { file, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficePage heading={file.snapshot.person.fullName} current="queue">
      <a className="back" href={toDesk(href("office/queue"))}>
        <Icon name="back" />
        {words.back}
      </a>
      {refused === undefined ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={viewReason(refused.opinion, refused, words.refusals).errors}
        />
      )}
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      <CaseHead file={file} />
      <CaseOpinion file={file} refused={refused} />
      <CaseBody file={file} />
    </OfficePage>
  );
}

function readId(text: string | undefined): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}
