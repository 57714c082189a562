import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/kit/page-title.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { useOffice } from "#app/pages/office/frame/office-frame.ts";
import { SheetLink } from "#app/pages/office/record-tables/sheet-form.tsx";
import { href } from "#app/routes.ts";

import { RecordBrowser } from "./record-browser.tsx";
import { loadRecords } from "./record-desk.server.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.list.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return loadRecords(context.deps, await requireOffice(context, request), request);
}

export default function Records() {
  const words = useWords().records;
  const { desk } = useOffice();
  const shown = useLoaderData<typeof loader>();
  const base = href("office/records", { desk });
  return (
    <OfficePage heading={words.list.heading} current="records" switchHref={base} wide>
      <SheetLink href={href("office/record-tables", { desk })} />
      <RecordBrowser {...shown} base={base} />
    </OfficePage>
  );
}
