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
import { requireActor } from "#app/server/http/request-context.server.ts";
import { attestedVillages } from "#app/pages/office/frame/village-desk.server.ts";
import { keepVillageNeeds } from "#app/pages/office/needs/village-needs-desk.server.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { VillageNeedsForms } from "#app/pages/office/needs/village-needs.tsx";
import { VillagePage } from "#app/pages/office/frame/village-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.finding.villageNeeds.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const [office] = attestedVillages(actor);
  if (office === undefined) throw new Response(null, { status: 403 });
  const read = await readVillageNeeds(deps, actor, { communeId: office.communeId });
  if (!read.ok) throw new Response(null, { status: 403 });
  return {
    villages: read.value,
    known: knownNeeds(deps.catalogue()),
    most: NEEDS_AT_MOST,
    saved: new URL(request.url).searchParams.get("xong"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request);
  if (attestedVillages(actor).length === 0) throw new Response(null, { status: 403 });
  const result = await keepVillageNeeds(context.deps, actor, request);
  if (!result.kept) return data(result.refused, { status: 422 });
  throw redirect(`${href("office/needs-village")}?xong=${result.villageId}`, 303);
}

export default function OwnVillageNeeds() {
  const words = useWords().finding.villageNeeds;
  const needs = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <VillagePage heading={words.heading} current="needs">
      <VillageNeedsForms {...needs} refused={refused} />
    </VillagePage>
  );
}
