import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { knownNeeds } from "#app/domain/guidance/index.ts";
import { readVillageNeeds } from "#app/domain/guidance/index.server.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { deskHref, useOffice } from "#app/pages/office/frame/office-frame.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { BackToPeople } from "#app/pages/office/people/people-barred.tsx";
import { href } from "#app/routes.ts";

import { keepVillageNeeds } from "./village-needs-desk.server.ts";
import { VillageNeedsForms } from "./village-needs.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.finding.villageNeeds.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, communeId } = await requireOffice(context, request);
  if (communeId === null) throw new Response(null, { status: 404 });
  const read = await readVillageNeeds(deps, actor, { communeId });
  if (!read.ok) throw new Response(null, { status: 403 });
  return {
    villages: read.value,
    known: knownNeeds(deps.catalogue()),
    saved: new URL(request.url).searchParams.get("xong"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, desk, named } = await requireOffice(context, request);
  const result = await keepVillageNeeds(context.deps, actor, request);
  if (!result.kept) return data(result.refused, { status: 422 });
  throw redirect(
    deskHref(`${href("office/needs", { desk })}?xong=${result.villageId}`, named),
    303,
  );
}

export default function Needs() {
  const words = useWords().finding.villageNeeds;
  const { desk, kind } = useOffice();
  const needs = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const ofCommune = kind === "commune";
  return (
    <OfficePage
      heading={words.heading}
      current={ofCommune ? "people" : "needs"}
      switchHref={ofCommune ? href("office/needs", { desk }) : undefined}
    >
      {ofCommune ? <BackToPeople /> : null}
      <VillageNeedsForms {...needs} refused={refused} />
    </OfficePage>
  );
}
