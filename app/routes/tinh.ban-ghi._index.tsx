import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireProvinceRecords } from "#app/server/province-desk.server.ts";
import { loadRecords } from "#app/server/record-desk.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { RecordBrowser } from "#app/ui/record-browser.tsx";
import { ProvinceDesk } from "#app/ui/province-desk.tsx";
import { SheetLink } from "#app/ui/sheet-form.tsx";

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
      <SheetLink href="/tinh/ban-ghi-xuat" />
      <RecordBrowser {...{ address, activities, answer }} base="/tinh/ban-ghi" />
    </ProvinceDesk>
  );
}
