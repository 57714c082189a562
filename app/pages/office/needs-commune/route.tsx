import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { knownNeeds } from "#app/domain/guidance/index.ts";
import { NEEDS_AT_MOST, readVillageNeeds } from "#app/domain/guidance/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireCommuneDesk } from "#app/pages/office/frame/commune-desk.server.ts";
import { keepVillageNeeds } from "#app/pages/office/needs/village-needs-desk.server.ts";
import { CommuneDesk } from "#app/pages/office/frame/commune-desk.tsx";
import { deskHref } from "#app/pages/office/frame/desk-address.ts";
import { DeskSwitch } from "#app/pages/office/frame/desk-switch.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { BackToPeople } from "#app/pages/office/people/people-barred.tsx";
import { VillageNeedsForms } from "#app/pages/office/needs/village-needs.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.finding.villageNeeds.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, communeId, communes } = await requireCommuneDesk(context, request);
  const read = await readVillageNeeds(deps, actor, { communeId });
  if (!read.ok) throw new Response(null, { status: 403 });
  return {
    villages: read.value,
    known: knownNeeds(deps.catalogue()),
    most: NEEDS_AT_MOST,
    saved: new URL(request.url).searchParams.get("xong"),
    desk: { communes, current: communeId },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, named } = await requireCommuneDesk(context, request);
  const result = await keepVillageNeeds(context.deps, actor, request);
  if (!result.kept) return data(result.refused, { status: 422 });
  throw redirect(deskHref(`${href("office/needs-commune")}?xong=${result.villageId}`, named), 303);
}

export default function CommuneNeeds() {
  const words = useWords().finding.villageNeeds;
  const { desk, ...needs } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CommuneDesk heading={words.heading} current="people">
      <BackToPeople />
      <DeskSwitch {...desk} href={href("office/needs-commune")} />
      <VillageNeedsForms {...needs} refused={refused} />
    </CommuneDesk>
  );
}
