import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireProvinceRecords } from "#app/pages/office/frame/province-desk.server.ts";
import { loadRecord } from "#app/pages/office/records/record-desk.server.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { RecordFileView } from "#app/pages/office/records/record-file.tsx";
import { ProvinceDesk } from "#app/pages/office/frame/province-desk.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.file.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const record = await requireProvinceRecords(context, request);
  return loadRecord(context.deps, record, params["statement"]);
}

export default function Record() {
  const words = useWords().records;
  const { file } = useLoaderData<typeof loader>();
  return (
    <ProvinceDesk heading={words.file.heading} current="records">
      <RecordFileView file={file} base={href("office/records-province")} />
    </ProvinceDesk>
  );
}
