import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import {
  requireCommuneDesk,
  requireCommuneRecords,
} from "#app/pages/office/frame/commune-desk.server.ts";
import { loadRecords } from "#app/pages/office/records/record-desk.server.ts";
import { RecordBrowser } from "#app/pages/office/records/record-browser.tsx";
import { CommuneDesk } from "#app/pages/office/frame/commune-desk.tsx";
import { DeskSwitch } from "#app/pages/office/frame/desk-switch.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { SheetLink } from "#app/pages/office/record-tables/sheet-form.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.list.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { communes, communeId } = await requireCommuneDesk(context, request);
  const record = await requireCommuneRecords(context, request);
  const loaded = await loadRecords(context.deps, record, request);
  return data({ ...loaded.data, desk: { communes, current: communeId } }, loaded.init ?? {});
}

export default function Records() {
  const words = useWords().records;
  const { address, activities, answer, desk } = useLoaderData<typeof loader>();
  return (
    <CommuneDesk heading={words.list.heading} current="records" wide>
      <DeskSwitch {...desk} href={href("office/records-commune")} />
      <SheetLink href={href("office/record-tables-commune")} />
      <RecordBrowser {...{ address, activities, answer }} base={href("office/records-commune")} />
    </CommuneDesk>
  );
}
