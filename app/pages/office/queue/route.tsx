import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { findQueue, nameCases, verifyAssessments } from "#app/domain/evaluation/index.server.ts";
import { formatDay, formatNumber, valueOf } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { actHref } from "#app/pages/office/bulk-review/act-address.ts";
import { StateCounters } from "#app/pages/office/case/assessment-state.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { Pager } from "#app/kit/pager.tsx";
import { href } from "#app/routes.ts";
import { type QueueAddress, queueHref, readQueueAddress } from "./queue-address.ts";
import { verifyForm } from "./form.ts";
import { QueueCases } from "./queue-cases.tsx";
import { QueueFilter } from "./queue-filter.tsx";
import { UnverifiedNotice } from "./unverified-notice.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.desk.matters.queue);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const address = readQueueAddress(new URL(request.url).searchParams);
  const { state, villageId, search, page } = address;
  const result = await findQueue(context.deps, actor, {
    communeId,
    state: state ?? undefined,
    villageId: villageId ?? undefined,
    search,
    page,
  });
  if (result.ok) return { address, queue: result.value };
  if (result.refusal.code === "no-cycle") return { address, queue: null };
  throw new Response(null, { status: 403 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const { typed, value, faults } = verifyForm.read(await readForm(request), { communeId });
  if (value === null) return data({ typed, faults, outcomes: [], names: [] }, { status: 422 });
  const result = await verifyAssessments(deps, actor, value);
  if (!result.ok) throw new Response(null, { status: 403 });
  const { outcomes } = result.value;
  const assessmentIds = outcomes.map(({ assessmentId }) => assessmentId);
  const names = valueOf(await nameCases(deps, actor, { communeId, assessmentIds }));
  const pressedBefore = outcomes.find(({ outcome }) => outcome === "already-verified");
  const before = names.find(({ assessmentId }) => assessmentId === pressedBefore?.assessmentId);
  const actId = result.value.actId ?? before?.lastActId ?? null;
  if (actId !== null) throw redirect(deskHref(actHref(actId, outcomes), named), 303);
  const noneVerified = { typed, faults: ["none-verified"] as const, outcomes, names };
  return data(noneVerified, { status: 422 });
}

export default function CommuneQueue() {
  const words = useWords().desk.queue;
  const { address, queue } = useLoaderData<typeof loader>();
  const toDesk = useDeskHref();
  const refused = useActionData<typeof action>();
  const { fields, errors } = verifyForm.view(refused, words.refusals);
  if (queue === null) {
    return (
      <OfficePage heading={words.headingNoYear} current="queue" switchHref={href("office/queue")}>
        <Notice tone="info">{words.noCycle}</Notice>
      </OfficePage>
    );
  }
  const { cycle, rows, page, pages } = queue;
  return (
    <OfficePage
      heading={words.heading(cycle.year)}
      current="queue"
      switchHref={href("office/queue")}
      wide
    >
      {refused === undefined ? null : <UnverifiedNotice {...refused} errors={errors} />}
      <p className="hint">{words.closes(formatDay(cycle.decideUntil))}</p>
      <StateCounters
        counts={queue.counts}
        current={address.state}
        hrefOf={(state) =>
          state === "draft"
            ? null
            : toDesk(queueHref({ ...address, state, page: 1, tickClear: false }))
        }
      />
      <QueueFilter villages={queue.villages} address={address} />
      <p className="hint">{words.found(formatNumber(queue.found))}</p>
      {rows.length === 0 ? (
        <EmptyState icon="assess" title={words.empty.title}>
          {isFiltered(address) ? words.empty.filtered : words.empty.none}
        </EmptyState>
      ) : (
        <QueueCases
          address={address}
          queue={queue}
          field={fields.items}
          tickClear={address.tickClear && refused === undefined}
        />
      )}
      <Pager
        page={page}
        pages={pages}
        hrefOf={(asked) => toDesk(queueHref({ ...address, page: asked, tickClear: false }))}
      />
    </OfficePage>
  );
}

function isFiltered({ villageId, search, page }: QueueAddress): boolean {
  return villageId !== null || search !== "" || page > 1;
}
