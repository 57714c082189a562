import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireProvinceRecords } from "#app/pages/office/frame/province-desk.server.ts";
import { loadRecords } from "#app/pages/office/records/record-desk.server.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { RecordBrowser } from "#app/pages/office/records/record-browser.tsx";
import { ProvinceDesk } from "#app/pages/office/frame/province-desk.tsx";
import { SheetLink } from "#app/pages/office/record-tables/sheet-form.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.list.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const record = await requireProvinceRecords(context, request);
  return loadRecords(context.deps, record, request);
}

export default function Records() {
  const words = useWords().records;
  const { address, activities, answer } = useLoaderData<typeof loader>();
  return (
    <ProvinceDesk heading={words.list.heading} current="records" wide>
      <SheetLink href={href("office/record-tables-province")} />
      <RecordBrowser {...{ address, activities, answer }} base={href("office/records-province")} />
    </ProvinceDesk>
  );
}
