import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireProvinceDesk } from "#app/pages/office/frame/province-desk.server.ts";
import { askForSheet, emptySheet } from "#app/pages/office/record-tables/take-sheet.server.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { ProvinceDesk } from "#app/pages/office/frame/province-desk.tsx";
import { TakeSheet } from "#app/pages/office/record-tables/sheet-form.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.exchange.sheet.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { provinceName } = await requireProvinceDesk(context, request);
  const { language } = await context.shown();
  return { ...emptySheet(context.deps, language.words), provinceName };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, provinceId } = await requireProvinceDesk(context, request);
  const desk = { actor, placeId: provinceId, fileHref: href("office/record-tables-file-province") };
  return askForSheet(context.deps, desk, request);
}

export default function ProvinceSheet() {
  const words = useWords().exchange.sheet;
  const { typed, courses, verbs, provinceName } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ProvinceDesk heading={words.heading} current="records">
      <TakeSheet
        typed={refused?.typed ?? typed}
        faults={refused?.faults ?? []}
        tooMany={refused?.tooMany ?? null}
        courses={courses}
        verbs={verbs}
        intro={words.intro(provinceName)}
      />
    </ProvinceDesk>
  );
}
