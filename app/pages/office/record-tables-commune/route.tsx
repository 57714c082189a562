import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireCommuneDesk } from "#app/pages/office/frame/commune-desk.server.ts";
import { askForSheet, emptySheet } from "#app/pages/office/record-tables/take-sheet.server.ts";
import { CommuneDesk } from "#app/pages/office/frame/commune-desk.tsx";
import { deskHref } from "#app/pages/office/frame/desk-address.ts";
import { DeskSwitch } from "#app/pages/office/frame/desk-switch.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { TakeSheet } from "#app/pages/office/record-tables/sheet-form.tsx";
import { href } from "#app/routes.ts";

const PAGE = href("office/record-tables-commune");

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.exchange.sheet.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { communeId, communes } = await requireCommuneDesk(context, request);
  const communeName = communes.find(({ placeId }) => placeId === communeId)?.placeName ?? "";
  const { language } = await context.shown();
  return { ...emptySheet(context.deps, language.words), communeId, communes, communeName };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, communeId, named } = await requireCommuneDesk(context, request);
  const desk = { actor, placeId: communeId, fileHref: deskHref(`${PAGE}/tep`, named) };
  return askForSheet(context.deps, desk, request);
}

export default function CommuneSheet() {
  const words = useWords().exchange.sheet;
  const { typed, courses, verbs, communeId, communes, communeName } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CommuneDesk heading={words.heading} current="records">
      <DeskSwitch communes={communes} current={communeId} href={PAGE} />
      <TakeSheet
        typed={refused?.typed ?? typed}
        faults={refused?.faults ?? []}
        tooMany={refused?.tooMany ?? null}
        courses={courses}
        verbs={verbs}
        intro={words.intro(communeName)}
      />
    </CommuneDesk>
  );
}
