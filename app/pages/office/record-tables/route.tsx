import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/kit/page-title.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { useOffice } from "#app/pages/office/frame/office-frame.ts";
import { href } from "#app/routes.ts";

import { sheetForm } from "./form.ts";
import { TakeSheet } from "./sheet-form.tsx";
import { askForSheet, emptySheet } from "./take-sheet.server.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.exchange.sheet.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { placeName } = await requireOffice(context, request);
  const { language } = await context.preferences();
  return { ...emptySheet(context.deps, language.words), placeName };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return askForSheet(context.deps, await requireOffice(context, request), request);
}

export default function RecordTables() {
  const words = useWords().exchange.sheet;
  const { desk } = useOffice();
  const { typed, courses, verbs, placeName } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const page = href("office/record-tables", { desk });
  return (
    <OfficePage heading={words.heading} current="records" switchHref={page}>
      <TakeSheet
        view={sheetForm.view(refused ?? { typed }, words.faults)}
        tooMany={refused?.tooMany ?? null}
        courses={courses}
        verbs={verbs}
        intro={words.intro(placeName)}
      />
    </OfficePage>
  );
}
