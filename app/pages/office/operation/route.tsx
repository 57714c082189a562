import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listSignedInOfficials } from "#app/domain/identity/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { findAlarms } from "#app/server/watch/alarms.ts";
import { daysUntilFull } from "#app/server/watch/growth.ts";
import { readStanding } from "#app/server/watch/standing.server.ts";

import { OperationAlarms, OperationFacts, SignedInOfficials } from "./operation-view.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.operation.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const officials = await listSignedInOfficials(deps, actor, { provinceId });
  if (!officials.ok) throw new Response(null, { status: 403 });
  const standing = await readStanding(deps.transact, deps.dataFolder);
  return {
    standing,
    alarms: findAlarms(standing, deps.now()),
    daysUntilFull: daysUntilFull(standing.sizes, standing.disk.freeBytes),
    officials: officials.value,
  };
}

export default function Operation() {
  const words = useWords().operation;
  const { officials, ...operation } = useLoaderData<typeof loader>();
  return (
    <OfficePage heading={words.heading} current="operation" wide>
      <p>{words.intro}</p>
      <OperationAlarms alarms={operation.alarms} />
      <OperationFacts {...operation} />
      <SignedInOfficials officials={officials} />
    </OfficePage>
  );
}
