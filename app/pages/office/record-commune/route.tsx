import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireCommuneRecords } from "#app/pages/office/frame/commune-desk.server.ts";
import { loadRecord } from "#app/pages/office/records/record-desk.server.ts";
import { RecordFileView } from "#app/pages/office/records/record-file.tsx";
import { CommuneDesk } from "#app/pages/office/frame/commune-desk.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.file.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const record = await requireCommuneRecords(context, request);
  return loadRecord(context.deps, record, params["statement"]);
}

export default function Record() {
  const words = useWords().records;
  const { file } = useLoaderData<typeof loader>();
  return (
    <CommuneDesk heading={words.file.heading} current="records">
      <RecordFileView file={file} base={href("office/records-commune")} />
    </CommuneDesk>
  );
}
